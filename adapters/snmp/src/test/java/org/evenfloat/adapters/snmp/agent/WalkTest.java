// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.adapters.snmp.variables.Names;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.adapters.snmp.variables.Values;
import org.evenfloat.adapters.snmp.variables.Variables;
import org.evenfloat.contracts.SeededCases;
import org.evenfloat.contracts.SeededCases.Draw;
import org.junit.jupiter.api.Test;

/** Walks over drawn trees with drawn views find what one finds who looks at every name. */
class WalkTest {

    private static final Oid SITE = Oid.of(1, 3, 6, 1, 4, 1);

    private static Oid draw(Draw draw, int most) {
        int[] more = new int[draw.between(1, most)];
        Arrays.setAll(more, i -> draw.permille(50) ? -draw.between(1, 3) : draw.between(0, 3));
        return SITE.then(more);
    }

    private static List<Variables> tree(Draw draw, TreeSet<Oid> valued) {
        TreeSet<Oid> names = new TreeSet<>();
        for (int i = draw.between(1, 200); i > 0; i--) {
            names.add(draw(draw, 5));
        }
        List<Oid> all = List.copyOf(names);
        int cut = draw.between(0, all.size());
        List<Variables> parts = new ArrayList<>();
        for (List<Oid> part : List.of(all.subList(0, cut), all.subList(cut, all.size()))) {
            Values values = new Values(new Names(part));
            for (Oid name : part) {
                if (draw.permille(200)) {
                    values.none();
                } else {
                    values.integer(draw.bits());
                    valued.add(name);
                }
            }
            parts.add(values.variables());
        }
        return parts;
    }

    private static int[] ids(Oid oid) {
        int[] ids = new int[oid.length()];
        Arrays.setAll(ids, oid::id);
        return ids;
    }

    private static List<Oid> draws(Draw draw, int most) {
        List<Oid> all = new ArrayList<>();
        for (int i = draw.between(0, most); i > 0; i--) {
            all.add(draw(draw, 3));
        }
        return all;
    }

    private static boolean sees(SnmpSettings.View view, Oid name) {
        for (int length = name.length(); length >= 2; length--) {
            Oid above = Oid.of(Arrays.copyOf(ids(name), length));
            if (view.excluded().contains(above)) {
                return false;
            }
            if (view.included().contains(above)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void walksFindWhatIsSeenAndThereOnceAndInOrder() {
        int[] longWalks = new int[1];
        Engine engine = new Engine(TestAgent.ENGINE_ID, 1, () -> 0);
        OwnObjects own = new OwnObjects(SnmpSettings.OFF, "1", "Room", engine, new Counters());
        SeededCases.check("a walk is the names that are seen", 400, draw -> {
            TreeSet<Oid> valued = new TreeSet<>();
            Served served = new Served(tree(draw, valued), own);
            List<Oid> included = draws(draw, 4);
            included.add(draw.permille(500) ? SITE : draw(draw, 1));
            SnmpSettings.View view = new SnmpSettings.View(included, draws(draw, 4));
            int[][] runs = served.runs(new View(view));
            List<Oid> expected = valued.stream().filter(name -> sees(view, name)).toList();
            List<Oid> walked = new ArrayList<>();
            for (long at = served.above(runs, ids(SITE), SITE.length(), false); at >= 0;
                    at = served.next(runs, at, false)) {
                walked.add(served.variables(at).names().name(Served.index(at)));
            }
            assertThat(walked).isEqualTo(expected);
            longWalks[0] += walked.size() > 20 ? 1 : 0;
            Oid from = draw(draw, 6);
            long above = served.above(runs, ids(from), from.length(), false);
            Oid next = expected.stream().filter(name -> name.compareTo(from) > 0).findFirst().orElse(null);
            assertThat(above < 0 ? null : served.variables(above).names().name(Served.index(above))).isEqualTo(next);
            long exact = served.find(ids(from), from.length());
            assertThat(served.find(from.packed(), 0, from.packed().length)).isEqualTo(exact);
            boolean found = exact >= 0 && Served.seen(runs, exact) && served.variables(exact).has(Served.index(exact));
            assertThat(found).isEqualTo(expected.contains(from));
        });
        assertThat(longWalks[0]).as("walks of more than 20 names").isGreaterThan(50);
    }

    @Test
    void largeTablesAreFoundByEachName() {
        List<Oid> names = new ArrayList<>();
        for (int column = 1; column <= 20; column++) {
            for (int row = 1; row <= 500; row++) {
                names.add(SITE.then(5, 1, column, row));
            }
        }
        Names packed = new Names(names);
        for (int i = 0; i < names.size(); i++) {
            assertThat(packed.find(ids(names.get(i)), names.get(i).length())).isEqualTo(i);
            byte[] wire = names.get(i).packed();
            assertThat(packed.find(wire, 0, wire.length)).isEqualTo(i);
        }
        Oid absent = SITE.then(5, 1, 21, 1);
        assertThat(packed.find(ids(absent), absent.length())).isEqualTo(-1);
        assertThat(packed.find(absent.packed(), 0, absent.packed().length)).isEqualTo(-1);
    }
}
