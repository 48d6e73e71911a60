// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.adapters.snmp.SnmpSettings.Authentication;
import org.evenfloat.adapters.snmp.SnmpSettings.Community;
import org.evenfloat.adapters.snmp.SnmpSettings.Form;
import org.evenfloat.adapters.snmp.SnmpSettings.Privacy;
import org.evenfloat.adapters.snmp.SnmpSettings.Receiver;
import org.evenfloat.adapters.snmp.SnmpSettings.User;
import org.evenfloat.adapters.snmp.SnmpSettings.View;
import org.evenfloat.adapters.snmp.agent.SnmpTree.Notification;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.application.northbound.Network;
import org.evenfloat.application.northbound.NorthboundOrder;

/** Draws ways in which a site is read by SNMP that a site file can say. */
final class RandomSnmp {

    private static final Secret COMMUNITY = secret("EVENFLOAT_COMMUNITY");
    private static final Secret AUTHENTICATION = secret("EVENFLOAT_SNMP_AUTHENTICATION");
    private static final Secret PRIVACY = secret("EVENFLOAT_SNMP_PRIVACY");
    private static final Oid MIB_2 = Oid.parse("1.3.6.1.2.1");
    private static final Oid BACS = Oid.parse("1.3.6.1.2.1.33.5");

    private final Random random;
    private final Map<String, SecretReference> kept = new HashMap<>();

    RandomSnmp(Random random) {
        this.random = random;
    }

    private static Secret secret(String variable) {
        return new Secret(new SecretReference.InEnvironment(variable), SiteTexts.ENVIRONMENT.get(variable));
    }

    SnmpSite site() {
        List<Community> communities = random.nextBoolean() ? List.of(community()) : List.of();
        List<User> users = new ArrayList<>();
        for (int i = (communities.isEmpty() ? 1 : 0) + random.nextInt(3); i > 0; i--) {
            users.add(user("user-" + i));
        }
        List<Receiver> receivers = new ArrayList<>();
        communities.forEach(each -> receivers.add(receiver(
                one(List.of(Form.V1_TRAP, Form.V2C_TRAP, Form.V2C_INFORM)), each.secret())));
        users.forEach(each -> receivers.add(receiver(one(List.of(Form.V3_TRAP, Form.V3_INFORM)), each.name())));
        Optional<SnmpSettings.Listen> listen = random.nextBoolean() ? Optional.empty() : Optional.of(
                new SnmpSettings.Listen(one(List.of("127.0.0.1", "::", "192.0.2.7")), random.nextInt(65_536)));
        return new SnmpSite(new SnmpSettings(listen, one(List.of(SnmpSettings.Identity.values())),
                random.nextBoolean() ? "" : "who: \"me\"", random.nextBoolean() ? "" : "# Keller", communities, users,
                listen.isPresent() && random.nextBoolean() ? List.of() : receivers), kept);
    }

    private Community community() {
        kept.put(SnmpSite.community("nms"), COMMUNITY.reference());
        return new Community("nms", COMMUNITY.value(), networks(), view(), may());
    }

    private User user(String name) {
        Authentication authentication = one(List.of(Authentication.values()));
        boolean authenticated = authentication != Authentication.NONE;
        Privacy privacy = authenticated ? one(List.of(Privacy.values())) : Privacy.NONE;
        if (authenticated) {
            kept.put(SnmpSite.authentication(name), AUTHENTICATION.reference());
        }
        if (privacy != Privacy.NONE) {
            kept.put(SnmpSite.privacy(name), PRIVACY.reference());
        }
        return new User(name, authentication, authenticated ? AUTHENTICATION.value() : "", privacy,
                privacy == Privacy.NONE ? "" : PRIVACY.value(),
                authenticated && random.nextBoolean() ? List.of() : networks(), view(), authenticated ? may() : Set.of());
    }

    private Receiver receiver(Form form, String as) {
        return new Receiver(one(List.of("nms.example.com", "10.0.0.9", "fd00::9", "3com")), 1 + random.nextInt(65_535), form,
                as, random.nextBoolean() ? EnumSet.allOf(Notification.Kind.class) : Set.of(Notification.Kind.UPS));
    }

    private List<Network> networks() {
        return List.of(Networks.parse(one(List.of("10.0.0.7", "192.0.2.0/24", "fd00::/64", "::1"))).orElseThrow());
    }

    private View view() {
        return one(List.of(View.ALL, new View(View.ALL.included(), List.of(BACS)), new View(List.of(MIB_2), List.of(BACS)),
                new View(List.of(BACS), List.of(MIB_2))));
    }

    private Set<NorthboundOrder.Kind> may() {
        return random.nextBoolean() ? Set.of() : EnumSet.of(one(List.of(NorthboundOrder.Kind.values())));
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
