// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.directories;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds people and their groups over one connection. Believes no entry that does not fit the question. */
final class LdapPeople {

    static final String PLACE = "{name}";

    private static final String MEMBER_OF = "memberOf";
    private static final String NO_ATTRIBUTE = "1.1"; // RFC 4511, 4.5.1.8
    private static final int MOST_GROUPS = 500;

    private final LDAPConnection connection;
    private final LdapServer server;
    private final int timeLimitSeconds;

    LdapPeople(LDAPConnection connection, LdapServer server) {
        this.connection = connection;
        this.server = server;
        this.timeLimitSeconds = Math.max(1, server.timeoutMillis() / 1000);
    }

    /**
     * Returns the template with that name in it; what it consists of never changes by the name.
     *
     * @throws LDAPException when the template is no distinguished name with one place for a name
     */
    static String dn(String template, String name) throws LDAPException {
        RDN[] parts = new DN(template).getRDNs();
        for (int i = 0; i < parts.length; i++) {
            String[] values = parts[i].getAttributeValues();
            if (values.length == 1 && values[0].equals(PLACE)) {
                parts[i] = new RDN(parts[i].getAttributeNames()[0], name);
                return new DN(parts).toString();
            }
        }
        throw new LDAPException(ResultCode.INVALID_DN_SYNTAX, "no part of user-dn is attribute={name}");
    }

    /** Returns the distinguished name of the one who has that name; empty when nobody has, or several have. */
    Optional<String> find(String name) throws LDAPException {
        Filter filter = Filter.createEqualityFilter(server.login(), name);
        List<SearchResultEntry> found = search(server.users(), SearchScope.SUB, filter, 2, server.login());
        if (found.size() != 1) {
            return Optional.empty();
        }
        SearchResultEntry entry = found.get(0);
        boolean below = entry.getParsedDN().isDescendantOf(new DN(server.users()), true);
        boolean his = entry.hasAttribute(server.login())
                && List.of(entry.getAttributeValues(server.login())).stream().anyMatch(name::equalsIgnoreCase);
        return below && his ? Optional.of(entry.getDN()) : Optional.empty();
    }

    /** Returns those of the wanted groups in which he is, spelled as wanted. */
    Set<String> groups(String dn) throws LDAPException {
        Set<DN> his = new LinkedHashSet<>();
        for (String name : server.groupBase().isEmpty() ? memberOf(dn) : membership(dn)) {
            if (DN.isValidDN(name)) {
                his.add(new DN(name));
            }
        }
        Set<String> wanted = new LinkedHashSet<>();
        for (String group : server.groups()) {
            if (his.contains(new DN(group))) {
                wanted.add(group);
            }
        }
        return wanted;
    }

    private List<String> memberOf(String dn) throws LDAPException {
        Filter anything = Filter.createPresenceFilter("objectClass");
        List<String> names = new ArrayList<>();
        for (SearchResultEntry entry : search(dn, SearchScope.BASE, anything, 1, MEMBER_OF)) {
            if (new DN(dn).equals(entry.getParsedDN()) && entry.hasAttribute(MEMBER_OF)) {
                names.addAll(List.of(entry.getAttributeValues(MEMBER_OF)));
            }
        }
        return names;
    }

    private List<String> membership(String dn) throws LDAPException {
        Filter filter = Filter.createORFilter(
                Filter.createEqualityFilter("member", dn), Filter.createEqualityFilter("uniqueMember", dn));
        return search(server.groupBase(), SearchScope.SUB, filter, MOST_GROUPS, NO_ATTRIBUTE).stream()
                .map(SearchResultEntry::getDN).toList();
    }

    /** Searches without following anything elsewhere; of too many entries the first count. */
    private List<SearchResultEntry> search(String base, SearchScope scope, Filter filter, int most, String attribute)
            throws LDAPException {
        SearchRequest request = new SearchRequest(
                base, scope, DereferencePolicy.NEVER, most, timeLimitSeconds, false, filter, attribute);
        request.setFollowReferrals(false);
        try {
            return connection.search(request).getSearchEntries();
        } catch (LDAPSearchException e) {
            if (e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED) && e.getSearchEntries() != null) {
                return e.getSearchEntries();
            }
            if (e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT) && scope == SearchScope.BASE) {
                return List.of();
            }
            throw e;
        }
    }
}
