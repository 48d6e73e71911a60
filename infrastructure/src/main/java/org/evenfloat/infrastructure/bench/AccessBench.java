// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.evenfloat.adapters.access.Argon2Hash;
import org.evenfloat.adapters.access.StrongSecrets;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.port.out.HashBusy;
import org.evenfloat.application.port.out.PasswordHash;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.evenfloat.domain.access.Target;
import org.evenfloat.domain.access.Verb;

/** What access costs: a decision of the guard, and the password of somebody who signs in. */
public final class AccessBench {

    private static final int DECISIONS = 2_000_000;
    private static final double DECISION_MICROS = 20;
    private static final int PASSWORDS = 15;
    private static final double PASSWORD_MILLIS = 300;

    private final PrintStream out;

    public AccessBench(PrintStream out) {
        this.out = out;
    }

    /** Measures both and returns whether they keep their limits. */
    public boolean run() throws HashBusy {
        boolean decision = decisions();
        boolean password = passwords();
        return decision && password;
    }

    /** Decides for people with roles on single strings about blocks, lines and the server, in any order. */
    private boolean decisions() {
        Random random = new Random(1);
        Role[] roles = Role.values();
        Actor[] actors = new Actor[64];
        for (int i = 0; i < actors.length; i++) {
            actors[i] = new Actor(Actor.Kind.PERSON, "user" + i, "web 10.0.0.7", new Grants(
                    roles[random.nextInt(roles.length)], Map.of("A" + i % 10, Role.SERVICE, "B1", Role.OPERATE)));
        }
        Target[] targets = new Target[600];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = i % 10 == 0 ? new Target("line", "L1", Set.of("A1", "A2", "A3")) : i % 10 == 1 ? Target.server()
                    : new Target("block", "A" + i % 10 + "-" + i, Set.of("A" + i % 10));
        }
        Verb[] verbs = Verb.values();
        int allowed = 0;
        long start = 0;
        for (int i = -DECISIONS / 4; i < DECISIONS; i++) {
            if (i == 0) {
                start = System.nanoTime();
            }
            int at = i & 0x7FFFFFFF;
            allowed += Guard.may(actors[at % actors.length], verbs[at % verbs.length], targets[at % targets.length]) ? 1 : 0;
        }
        double micros = (System.nanoTime() - start) / 1e3 / DECISIONS;
        return tell("decision of the guard (" + 100L * allowed / (DECISIONS * 5L / 4) + " % allowed)", micros, "us",
                DECISION_MICROS);
    }

    private boolean passwords() throws HashBusy {
        PasswordHash hash = new Argon2Hash(new StrongSecrets());
        String kept = hash.hash("a password of twenty-eight");
        double[] millis = new double[PASSWORDS];
        for (int i = 0; i < PASSWORDS; i++) {
            long start = System.nanoTime();
            boolean right = hash.matches(i % 2 == 0 ? "a password of twenty-eight" : "another password", kept);
            millis[i] = (System.nanoTime() - start) / 1e6;
            if (right != (i % 2 == 0)) {
                throw new IllegalStateException("the hash does not tell passwords apart");
            }
        }
        Arrays.sort(millis);
        return tell(
                "password of somebody who signs in, median of " + PASSWORDS, millis[PASSWORDS / 2], "ms", PASSWORD_MILLIS);
    }

    private boolean tell(String what, double value, String unit, double limit) {
        boolean good = value <= limit;
        out.printf(Locale.ROOT, "%-60s %9.3f %s   limit %5.0f   %s%n", what, value, unit, limit,
                good ? "PASS" : "FAIL");
        return good;
    }
}
