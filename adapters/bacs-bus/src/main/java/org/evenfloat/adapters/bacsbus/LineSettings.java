// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

/**
 * How a line is reached and timed; ranges are checked where the site file is read.
 *
 * @param line id of the line
 * @param transport serial port or serial device server
 * @param baud rate on the wire, also behind a serial device server: 9600, 19200, 38400, 57600 or 115200
 * @param conversionMillis time the devices take from SAMPLE to their latched values; 120 for real ones
 * @param allowanceMillis what the port or the network may add to the time of an answer
 */
public record LineSettings(String line, Transport transport, int baud, int conversionMillis, int allowanceMillis) {

    /** Where the bytes go. */
    public sealed interface Transport permits Serial, Tcp {}

    /**
     * A serial port of this machine.
     *
     * @param port its device, such as {@code /dev/ttyUSB0}
     */
    public record Serial(String port) implements Transport {}

    /**
     * A serial device server.
     *
     * @param host name or address
     * @param port TCP port, 1 to 65,535
     */
    public record Tcp(String host, int port) implements Transport {}
}
