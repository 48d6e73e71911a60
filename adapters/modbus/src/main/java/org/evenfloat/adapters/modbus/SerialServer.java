// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.evenfloat.application.northbound.ProtocolStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A serial line on which this server is a slave: a thread that opens the port, reads, and answers what is for it. */
final class SerialServer implements Listener {

    private static final Logger LOG = LoggerFactory.getLogger(SerialServer.class);

    /** The step of the library's read time-outs: how long closing may take. */
    private static final int READ_MILLIS = 100;
    private static final int AGAIN_SECONDS = 5;
    private static final int FAREWELL_MILLIS = 2_000;
    private static final int CHUNK = 512;
    private static final int RTU_BITS = 8;
    private static final int ASCII_BITS = 7;

    private final ModbusSettings.Serial settings;
    private final SerialTurns turns;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile String problem = "it is being opened";

    SerialServer(ModbusSettings.Serial settings, Desk desk) {
        this.settings = settings;
        this.turns = new SerialTurns(settings, desk);
        this.thread = new Thread(this::work, "modbus-" + settings.port());
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public ProtocolStatus.Place place() {
        return new ProtocolStatus.Place(
                settings.port() + ", " + settings.mode() + " " + settings.baud() + " Bd", problem);
    }

    private void work() {
        try {
            do {
                serve();
            } while (!closed.await(AGAIN_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        SerialPort port = open();
        if (port == null) {
            return;
        }
        byte[] bytes = new byte[CHUNK];
        try {
            long lastNanos = System.nanoTime();
            int count = 0;
            while (closed.getCount() > 0 && count >= 0) {
                count = port.readBytes(bytes, CHUNK);
                long now = System.nanoTime();
                if (count > 0) {
                    turns.take(bytes, count, now - lastNanos, answer -> port.writeBytes(answer, answer.length));
                    lastNanos = System.nanoTime();
                }
            }
        } finally {
            port.closePort();
        }
        if (closed.getCount() > 0) {
            problem = "the port is gone; it is tried again every " + AGAIN_SECONDS + " s";
            LOG.warn("MODBUS on {}: {}", settings.port(), problem);
        }
    }

    /** Opens the port; null when it cannot be had, which is said once. */
    private SerialPort open() {
        try {
            SerialPort port = SerialPort.getCommPort(settings.port());
            boolean none = settings.parity() == ModbusSettings.Parity.NONE;
            port.setComPortParameters(settings.baud(),
                    settings.mode() == ModbusSettings.Mode.ASCII ? ASCII_BITS : RTU_BITS,
                    none ? SerialPort.TWO_STOP_BITS : SerialPort.ONE_STOP_BIT,
                    switch (settings.parity()) {
                        case NONE -> SerialPort.NO_PARITY;
                        case EVEN -> SerialPort.EVEN_PARITY;
                        case ODD -> SerialPort.ODD_PARITY;
                    });
            port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
            port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_MILLIS, 0);
            if (port.openPort()) {
                problem = "";
                LOG.info("MODBUS answers on {}, {} baud", settings.port(), settings.baud());
                return port;
            }
            tellMissing("error " + port.getLastErrorCode());
        } catch (SerialPortInvalidPortException e) {
            tellMissing("no such device");
        }
        return null;
    }

    private void tellMissing(String why) {
        String now = "the port cannot be opened (" + why + ") - check the cable, the rights and the name in the site file;"
                + " it is tried again every " + AGAIN_SECONDS + " s";
        if (!now.equals(problem)) {
            problem = now;
            LOG.warn("MODBUS on {}: {}", settings.port(), now);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(FAREWELL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
