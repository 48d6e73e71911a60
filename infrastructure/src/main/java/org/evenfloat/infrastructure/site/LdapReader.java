// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.evenfloat.adapters.directories.LdapServer.Tls;
import org.evenfloat.domain.access.GroupRoles;

/** Reads how an LDAP server is asked. */
final class LdapReader {

    private static final String URL = "ldaps://host[:636], or ldap://host[:389], which means StartTLS";
    private static final Pattern URL_TEXT = Pattern.compile(
            "(ldaps?)://(?:([A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?)|\\[([0-9A-Fa-f:.]{2,45})])(?::(\\d{1,5}))?/?");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|::1|127(\\.\\d{1,3}){3}");
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,63}");
    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{1,1000}");
    private static final String DN = "a distinguished name such as \"ou=people,dc=example,dc=org\"";
    private static final String TEMPLATE =
            "a distinguished name with {name} as one value, such as \"uid={name},ou=people,dc=example,dc=org\"";
    private static final int LDAPS_PORT = 636; // RFC 4513 and IANA
    private static final int LDAP_PORT = 389;

    private final SignInReader common;

    private record Place(Tls tls, String host, int port) {}

    LdapReader(SignInReader common) {
        this.common = common;
    }

    Optional<SignInSettings.Directory> read(Section ldap) {
        Optional<Place> place = ldap.need("url", URL).flatMap(LdapReader::place);
        String template = ldap.find("user-dn").map(LdapReader::template).orElse("");
        String users = ldap.find("users").map(entry -> dn(entry, DN)).orElse("");
        if (ldap.find("user-dn").isPresent() == ldap.find("users").isPresent()) {
            ldap.reject(ldap.find("users").isPresent() ? "both users and user-dn" : "neither users nor user-dn",
                    "exactly one: \"users\" to search people below " + DN + ", or \"user-dn\" with " + TEMPLATE);
        }
        String login = ldap.find("login").flatMap(entry -> entry.matching(ATTRIBUTE, "an attribute such as uid"))
                .orElse("uid");
        String bindDn = ldap.find("bind-dn").map(entry -> dn(entry, DN)).orElse("");
        Optional<Secret> password = ldap.find("bind-password").flatMap(entry -> common.secret(entry, 1));
        if (ldap.find("bind-dn").isPresent() != ldap.find("bind-password").isPresent()) {
            ldap.reject("only one of bind-dn and bind-password", "both, or none to search as nobody");
        }
        for (String key : new String[] {"login", "bind-dn"}) {
            ldap.find(key).filter(entry -> ldap.find("user-dn").isPresent())
                    .ifPresent(entry -> entry.reject("a " + key + " beside user-dn", "only with users"));
        }
        String groups = ldap.find("groups").map(entry -> dn(entry, DN)).orElse("");
        GroupRoles roles = common.roles(ldap, LdapReader::isDn, "a group by its distinguished name, such as"
                + " \"cn=battery-service,ou=groups,dc=example,dc=org\"");
        Optional<Path> caFile = common.caFile(ldap);
        int timeoutMillis = common.timeoutMillis(ldap);
        return place.map(at -> new SignInSettings.Ldap(at.host(), at.port(), at.tls(), template, users, login, bindDn,
                password, groups, roles, caFile, timeoutMillis));
    }

    private static Optional<Place> place(Entry entry) {
        Optional<Place> place = entry.scalar().map(URL_TEXT::matcher).filter(Matcher::matches).map(matcher -> {
            boolean ldaps = matcher.group(1).equals("ldaps");
            String host = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            int port = matcher.group(4) == null ? ldaps ? LDAPS_PORT : LDAP_PORT : Integer.parseInt(matcher.group(4));
            Tls unsaid = LOOPBACK.matcher(host).matches() ? Tls.NONE : Tls.START_TLS;
            return new Place(ldaps ? Tls.LDAPS : unsaid, host, port);
        }).filter(at -> at.port() >= 1 && at.port() <= 65_535);
        if (place.isEmpty()) {
            entry.reject(URL);
        }
        return place;
    }

    private static String dn(Entry entry, String allowed) {
        Optional<String> text = entry.matching(TEXT, allowed);
        text.filter(name -> !isDn(name)).ifPresent(name -> entry.reject(allowed));
        return text.orElse("");
    }

    private static String template(Entry entry) {
        Optional<String> text = entry.matching(TEXT, TEMPLATE);
        text.filter(name -> !isTemplate(name)).ifPresent(name -> entry.reject(TEMPLATE));
        return text.orElse("");
    }

    private static boolean isTemplate(String text) {
        try {
            return new LdapName(text).getRdns().stream()
                    .filter(part -> part.size() == 1 && part.getValue().equals("{name}")).count() == 1;
        } catch (InvalidNameException e) {
            return false;
        }
    }

    static boolean isDn(String text) {
        try {
            return !new LdapName(text).isEmpty();
        } catch (InvalidNameException e) {
            return false;
        }
    }

    /** Returns the address as the site file writes it. */
    static String url(SignInSettings.Ldap ldap) {
        String host = ldap.host().contains(":") ? "[" + ldap.host() + "]" : ldap.host();
        return (ldap.tls() == Tls.LDAPS ? "ldaps://" : "ldap://") + host + ":" + ldap.port();
    }
}
