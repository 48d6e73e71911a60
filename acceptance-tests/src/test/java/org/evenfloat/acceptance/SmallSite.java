// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

/** A site of four blocks whose line leads nowhere: it starts at once, and an alarm stands. */
final class SmallSite {

    /** Its site file; more may follow. */
    static final String TEXT = """
            evenfloat: 1
            site: { name: Test, time-zone: Europe/Berlin }
            web: { port: 0 }
            lines: [{ id: L1, tcp: "127.0.0.1:9" }]
            batteries:
              - { id: A, profile: vrla-agm, cells-per-block: 6, capacity: 80 Ah, module: C20,
                  strings: [{ id: A1, modules: ["L1: 1-4"] }] }
            """;

    private SmallSite() {}
}
