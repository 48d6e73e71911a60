// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evenfloat.domain.access.GroupRoles;

/** Reads how an OpenID Connect provider is asked. */
final class OidcReader {

    static final String DEFAULT_SCOPES = "openid profile";
    static final String DEFAULT_NAME = "preferred_username";
    static final String DEFAULT_CLAIM = "groups";
    static final String DEFAULT_BUTTON = "Company login";

    private static final String ISSUER = "the provider's address as it calls itself, such as https://login.example.org";
    private static final String RETURN_TO =
            "the address under which browsers reach this server, such as https://battery.example.org:8420";
    private static final Pattern LOOPBACK = Pattern.compile("localhost|\\[::1]|127(\\.\\d{1,3}){3}");
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]{1,256}");
    private static final Pattern CLAIM = Pattern.compile("[!-~]{1,256}");
    private static final Pattern SCOPES = Pattern.compile("openid( [!-~]{1,100}){0,9}");

    private final SignInReader common;

    OidcReader(SignInReader common) {
        this.common = common;
    }

    Optional<SignInSettings.Oidc> read(Section oidc) {
        Optional<String> issuer = oidc.need("issuer", ISSUER).flatMap(entry -> address(entry, ISSUER, true));
        Optional<String> returnTo = oidc.need("return-to", RETURN_TO).flatMap(entry -> address(entry, RETURN_TO, false));
        String clientAllowed = "how the provider calls this server, 1 to 256 characters of ASCII";
        Optional<String> client = oidc.need("client-id", clientAllowed)
                .flatMap(entry -> entry.matching(PRINTABLE, clientAllowed));
        Optional<Secret> secret = oidc.find("client-secret").flatMap(entry -> common.secret(entry, 1));
        String scopes = text(oidc, "scopes", SCOPES, "openid and others after it", DEFAULT_SCOPES);
        String name = text(oidc, "name", CLAIM, "a claim such as preferred_username", DEFAULT_NAME);
        String claim = text(oidc, "claim", CLAIM, "a claim such as groups, or realm_access.roles", DEFAULT_CLAIM);
        String button = oidc.find("button").flatMap(Entry::name).orElse(DEFAULT_BUTTON);
        GroupRoles roles = common.roles(oidc, text -> true, "");
        Optional<Path> caFile = common.caFile(oidc);
        int timeoutMillis = common.timeoutMillis(oidc);
        if (issuer.isEmpty() || returnTo.isEmpty() || client.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SignInSettings.Oidc(issuer.get(), client.get(), secret, returnTo.get(), scopes, name, claim,
                roles, button, caFile, timeoutMillis));
    }

    private static String text(Section oidc, String key, Pattern pattern, String allowed, String otherwise) {
        return oidc.find(key).flatMap(entry -> entry.matching(pattern, allowed)).orElse(otherwise);
    }

    /** Returns an address with https, or with http when it is on this machine. */
    private static Optional<String> address(Entry entry, String allowed, boolean withPath) {
        Optional<String> address = entry.scalar().filter(text -> fits(text, withPath));
        if (address.isEmpty()) {
            entry.reject(allowed + "; with https unless it is on this machine" + (withPath ? "" : ", without a path"));
        }
        return address;
    }

    private static boolean fits(String text, boolean withPath) {
        try {
            URI uri = new URI(text);
            boolean https = "https".equals(uri.getScheme())
                    || "http".equals(uri.getScheme()) && uri.getHost() != null && LOOPBACK.matcher(uri.getHost()).matches();
            return https && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawQuery() == null
                    && uri.getRawFragment() == null && (withPath || uri.getRawPath().isEmpty()) && text.length() <= 1000;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
