// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.io.IOException;
import java.nio.file.Path;
import org.evenfloat.adapters.snmp.SnmpSettings;

/** The SNMP agent cannot start; the message says why and what to do. */
public final class SnmpNotStarted extends Exception {

    private static final long serialVersionUID = 1;

    private SnmpNotStarted(String message, IOException cause) {
        super(message, cause);
    }

    static SnmpNotStarted address(SnmpSettings.Listen where, IOException cause) {
        return new SnmpNotStarted("SNMP cannot listen on " + where.address() + " port " + where.port() + ": "
                + cause.getMessage() + ". Choose another address or port under \"snmp\" in the site file"
                + (where.port() > 0 && where.port() < 1024 ? "; ports below 1024 want the right to bind them." : "."),
                cause);
    }

    static SnmpNotStarted file(Path folder, IOException cause) {
        return new SnmpNotStarted("SNMP cannot keep its engine id and number of starts in " + folder.toAbsolutePath() + ": "
                + cause + ". Let the server write there.", cause);
    }
}
