// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;

/**
 * A serial port of this machine. A reader thread waits for bytes, because the library's own read time-outs come in
 * steps of 100 ms and cannot pace a line.
 */
final class SerialChannel implements LineChannel {

    /** The step of the library's read time-outs: how long closing may take. */
    private static final int READ_MILLIS = 100;
    private static final int JOIN_MILLIS = 10 * READ_MILLIS;
    private static final int CHUNK = 512;
    private static final int DATA_BITS = 8;
    /** More than the longest frame; the server never sends ahead of the wire by more than one. */
    private static final int MOST_UNSENT = 1_024;

    private final String line;
    private final String path;
    private final int baud;
    private final ByteInbox inbox = new ByteInbox();
    private volatile boolean closed;
    private SerialPort port;
    private Thread reader;

    SerialChannel(String line, LineSettings.Serial where, int baud) {
        this.line = line;
        this.path = where.port();
        this.baud = baud;
    }

    @Override
    public String port() {
        return path;
    }

    @Override
    public String advice() {
        return "check the cable, the rights and the port's name in the site file";
    }

    @Override
    public synchronized void open() throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        SerialPort opened = find();
        opened.setComPortParameters(baud, DATA_BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        opened.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        opened.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_MILLIS, 0);
        if (!opened.openPort()) {
            throw new IOException(reason(opened.getLastErrorCode()));
        }
        port = opened;
        reader = new Thread(this::readUntilClosed, "line-" + line + "-reader");
        reader.setDaemon(true);
        reader.start();
    }

    private SerialPort find() throws IOException {
        try {
            return SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException e) {
            throw new IOException("no such device", e);
        }
    }

    /** Puts the error numbers of POSIX that a port really gives into words. */
    private static String reason(int error) {
        return switch (error) {
            case 2, 6, 19 -> "no such device, or in use";
            case 5 -> "input/output error";
            case 13 -> "permission denied";
            case 16 -> "in use by another program";
            default -> "error " + error;
        };
    }

    private void readUntilClosed() {
        byte[] bytes = new byte[CHUNK];
        while (!closed) {
            int count = port.readBytes(bytes, CHUNK);
            if (count < 0) {
                inbox.fail(new IOException("the port is gone"));
                break;
            }
            inbox.put(bytes, count);
        }
        port.closePort();
    }

    @Override
    public void write(byte[] bytes, int length) throws IOException {
        if (port.bytesAwaitingWrite() > MOST_UNSENT) {
            throw new IOException("the port does not send");
        }
        if (port.writeBytes(bytes, length) != length) {
            throw new IOException("the port takes no bytes, error " + port.getLastErrorCode());
        }
    }

    @Override
    public int read(byte[] target, long deadlineNanos) throws IOException {
        return inbox.take(target, deadlineNanos);
    }

    /** Closes the port; waits for the reader, so that the port can be opened again at once. */
    @Override
    public void close() {
        closed = true;
        inbox.fail(new IOException("closed"));
        Thread ending;
        synchronized (this) {
            ending = reader;
        }
        if (ending == null) {
            return;
        }
        try {
            ending.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
