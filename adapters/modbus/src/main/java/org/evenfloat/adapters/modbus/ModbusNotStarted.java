// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.io.IOException;

/** The address of the MODBUS server cannot be had; the message says why and what to do. */
public final class ModbusNotStarted extends Exception {

    private static final long serialVersionUID = 1;

    ModbusNotStarted(ModbusSettings.Tcp where, IOException cause) {
        super("MODBUS cannot listen on " + where.address() + " port " + where.port() + ": " + cause.getMessage()
                + ". Choose another address or port under \"modbus\" in the site file"
                + (where.port() > 0 && where.port() < 1024 ? "; ports below 1024 want the right to bind them." : "."),
                cause);
    }

    ModbusNotStarted(ModbusSettings.Secure where, Exception cause) {
        super("MODBUS cannot be served over TLS on " + where.address() + " port " + where.port() + ": "
                + cause.getMessage() + ". Check address, port and client-ca-file of \"tls\" under \"modbus\" in the site"
                + " file, and the server's certificate.", cause);
    }
}
