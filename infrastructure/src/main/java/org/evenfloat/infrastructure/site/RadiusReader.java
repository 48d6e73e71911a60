// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenfloat.adapters.directories.RadiusServers;
import org.evenfloat.adapters.directories.RadiusServers.Attribute;
import org.evenfloat.domain.access.GroupRoles;

/** Reads how RADIUS servers are asked. */
final class RadiusReader {

    private static final int SHORTEST_SECRET = 16; // RFC 2865, 3: "at least as large and unguessable as a password"
    private static final int MOST_SERVERS = 2;
    private static final Pattern VENDOR = Pattern.compile("vendor-(\\d{1,7})-(\\d{1,3})");
    private static final String ATTRIBUTE = "filter-id, class, or vendor-NUMBER-TYPE such as vendor-9-1";

    private final SignInReader common;

    RadiusReader(SignInReader common) {
        this.common = common;
    }

    Optional<SignInSettings.Directory> read(Section radius) {
        List<RadiusServers.Address> servers = radius.need("servers", "one or two servers, host:port")
                .map(RadiusReader::servers).orElse(List.of());
        Optional<Secret> secret = radius.need("secret", SecretReference.ALLOWED)
                .flatMap(entry -> common.secret(entry, SHORTEST_SECRET));
        Attribute attribute = radius.find("attribute").map(RadiusReader::attribute).orElse(Attribute.FILTER_ID);
        GroupRoles roles = common.roles(radius, text -> true, "");
        int timeoutMillis = common.timeoutMillis(radius);
        return secret.map(known -> new SignInSettings.Radius(servers, known, attribute, roles, timeoutMillis));
    }

    private static List<RadiusServers.Address> servers(Entry list) {
        List<Entry> entries = list.items("servers");
        if (entries.isEmpty() || entries.size() > MOST_SERVERS) {
            list.reject(entries.size() + " servers", "one or two servers");
        }
        return entries.stream().flatMap(entry -> Endpoint.read(entry).stream())
                .map(endpoint -> new RadiusServers.Address(endpoint.host(), endpoint.port())).toList();
    }

    private static Attribute attribute(Entry entry) {
        String text = entry.scalar().orElse("");
        Matcher vendor = VENDOR.matcher(text);
        if (text.equals("filter-id")) {
            return Attribute.FILTER_ID;
        }
        if (text.equals("class")) {
            return Attribute.CLASS;
        }
        if (vendor.matches() && Integer.parseInt(vendor.group(2)) <= 255) {
            return Attribute.ofVendor(Integer.parseInt(vendor.group(1)), Integer.parseInt(vendor.group(2)));
        }
        entry.reject(ATTRIBUTE);
        return Attribute.FILTER_ID;
    }

    /** Returns the attribute as the site file writes it. */
    static String word(Attribute attribute) {
        return attribute.equals(Attribute.FILTER_ID) ? "filter-id" : attribute.equals(Attribute.CLASS) ? "class"
                : "vendor-" + attribute.vendor() + "-" + attribute.vendorType();
    }
}
