// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.time.ZoneOffset;
import java.util.List;
import org.evenfloat.adapters.bacsbus.LineSettings;
import org.evenfloat.adapters.bacsbus.ModuleBuses;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.domain.topology.Site;
import picocli.CommandLine.Option;

/** Which line a command of {@code bus} works on. */
final class LineOptions {

    private static final int SERIAL_ALLOWANCE_MILLIS = 5;
    private static final int TCP_ALLOWANCE_MILLIS = 50;
    private static final int MOST_ALLOWANCE_MILLIS = 5_000;
    private static final int CONVERSION_MILLIS = 120;

    @Option(names = "--serial", paramLabel = "PORT", description = "Serial port, such as /dev/ttyUSB0.")
    private String serial;

    @Option(names = "--tcp", paramLabel = "HOST:PORT", description = "Serial device server.")
    private String tcp;

    @Option(names = "--baud", defaultValue = "19200", description = "Rate on the wire (default: ${DEFAULT-VALUE}).")
    private int baud;

    @Option(names = "--allowance", paramLabel = "MILLIS",
            description = "What the port or the network adds to an answer (default: 5 on a serial port, 50 over TCP).")
    private Integer allowanceMillis;

    /** Opens the line; nothing is sent yet. */
    ModuleBus open() throws CommandFailure {
        LineSettings settings = settings();
        return ModuleBuses.open(settings, nothing(settings.line()).roster(settings.line()));
    }

    /** Returns a site of which nothing is known but a line. */
    static Site nothing(String line) {
        return new Site("", ZoneOffset.UTC, List.of(line), List.of(), List.of());
    }

    private LineSettings settings() throws CommandFailure {
        if (!List.of(9600, 19200, 38400, 57600, 115200).contains(baud)) {
            throw new CommandFailure(ExitCode.BAD_INPUT,
                    "--baud: " + baud + " - allowed: 9600, 19200, 38400, 57600 or 115200");
        }
        if ((serial == null) == (tcp == null)) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "line: " + (serial == null ? "none" : "two")
                    + " - allowed: either --serial PORT or --tcp HOST:PORT");
        }
        if (allowanceMillis != null && (allowanceMillis < 0 || allowanceMillis > MOST_ALLOWANCE_MILLIS)) {
            throw new CommandFailure(ExitCode.BAD_INPUT,
                    "--allowance: " + allowanceMillis + " - allowed: 0 to " + MOST_ALLOWANCE_MILLIS);
        }
        if (serial != null) {
            return new LineSettings(
                    serial, new LineSettings.Serial(serial), baud, CONVERSION_MILLIS, allowance(SERIAL_ALLOWANCE_MILLIS));
        }
        int colon = tcp.lastIndexOf(':');
        try {
            int port = Integer.parseInt(tcp.substring(colon + 1));
            if (colon > 0 && port > 0 && port < 65_536) {
                return new LineSettings(
                        tcp, new LineSettings.Tcp(tcp.substring(0, colon), port), baud, CONVERSION_MILLIS,
                        allowance(TCP_ALLOWANCE_MILLIS));
            }
        } catch (NumberFormatException notAPort) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "--tcp: " + tcp + " - allowed: HOST:PORT", notAPort);
        }
        throw new CommandFailure(ExitCode.BAD_INPUT, "--tcp: " + tcp + " - allowed: HOST:PORT");
    }

    private int allowance(int usualMillis) {
        return allowanceMillis == null ? usualMillis : allowanceMillis;
    }
}
