// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.evenfloat.simulator.wire.WireDevice;
import org.evenfloat.simulator.wire.WireLeds;
import org.evenfloat.simulator.wire.fault.DeadDevice;
import org.evenfloat.simulator.wire.fault.LostAnswers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BusCommandTest {

    private static final long SEED = Long.getLong("seed", 20_261_122L);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @EnabledOnOs(OS.LINUX)
    void scanListsEveryDevice(boolean terminal) throws Exception {
        try (TestLine line = new TestLine(terminal, 1, 2, 3, 0)) {
            Told told = line.bus("scan");
            assertThat(told.exitCode()).as(told.err()).isZero();
            assertThat(told.out().lines()).containsExactly(
                    "serial   address  type   firmware",
                    "2A000001 1        20     1.04",
                    "2A000002 2        20     1.04",
                    "2A000003 3        20     1.04",
                    "2A000004 none     20     1.04",
                    "4 devices, 1 without an address");
        }
    }

    @Test
    void scanNamesAnAddressThatIsUsedTwice() throws Exception {
        try (TestLine line = new TestLine(false, 1, 2, 2)) {
            assertThat(line.bus("scan").out()).contains("2A000002 2 ", "2A000003 2 ", "address 2 is used twice");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @EnabledOnOs(OS.LINUX)
    void addressGivesOneToASerialNumber(boolean terminal) throws Exception {
        try (TestLine line = new TestLine(terminal, 1, 2, 2)) {
            Told told = line.bus("address", "--of", "2a000003", "--to", "7");
            assertThat(told.exitCode()).as(told.err()).isZero();
            assertThat(line.modules).extracting(WireDevice::address).containsExactly(1, 2, 7);
            assertThat(line.bus("address", "--of", "2A000003", "--to", "0").out()).contains("has no address now");
            assertThat(line.modules.get(2).address()).isZero();
            Told nobody = line.bus("address", "--of", "FFFFFFF0", "--to", "7");
            assertThat(nobody.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(nobody.err()).contains("FFFFFFF0 did not answer");
        }
    }

    @Test
    void addressByButtonGivesTheNextFreeOnes() throws Exception {
        try (TestLine line = new TestLine(false, 0, 2, 0, 0)) {
            WireLeds idle = line.modules.get(3).leds();
            Thread technician = new Thread(() -> {
                for (int block : new int[] {3, 0, 2}) {
                    awaitTrue(() -> !line.modules.get(block).leds().equals(idle));
                    line.modules.get(block).press();
                    awaitTrue(() -> line.modules.get(block).address() != 0);
                }
            });
            technician.setDaemon(true);
            technician.start();
            Told told = line.bus("address", "--count", "3", "--wait", "20");
            technician.join();
            assertThat(told.exitCode()).as(told.err()).isZero();
            assertThat(line.modules).extracting(WireDevice::address).containsExactly(3, 2, 4, 1);
            assertThat(told.out()).contains(
                    "2A000004 has address 1", "2A000001 has address 3", "2A000003 has address 4", "3 addresses given");
        }
    }

    private static void awaitTrue(BooleanSupplier reached) {
        while (!reached.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void addressByButtonEndsWhenNobodyPresses() throws Exception {
        try (TestLine line = new TestLine(false, 0)) {
            Told told = line.bus("address", "--wait", "1");
            assertThat(told.exitCode()).isZero();
            assertThat(told.out()).endsWith("0 addresses given\n");
            assertThat(line.modules.get(0).address()).isZero();
        }
    }

    @Test
    void blinkLetsOneDeviceBlink() throws Exception {
        try (TestLine line = new TestLine(false, 1, 2)) {
            WireLeds before = line.modules.get(1).leds();
            assertThat(line.bus("blink", "2", "--seconds", "60").out()).contains("address 2 blinks for 60 s");
            assertThat(line.modules.get(1).leds()).isNotEqualTo(before);
            assertThat(line.modules.get(0).leds()).isEqualTo(before);
            assertThat(line.bus("blink", "2", "--seconds", "0").out()).contains("address 2 blinks no more");
            assertThat(line.modules.get(1).leds()).isEqualTo(before);
            Told silent = line.bus("blink", "9");
            assertThat(silent.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(silent.err()).contains("address 9 does not answer");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @EnabledOnOs(OS.LINUX)
    void lineCheckPassesAGoodLine(boolean terminal) throws Exception {
        try (TestLine line = new TestLine(terminal, 1, 2, 0)) {
            Told told = line.bus("line-check", "--patterns", "5", "--expect", "2");
            assertThat(told.exitCode()).as(told.out() + told.err()).isZero();
            assertThat(told.out()).contains("2 devices, 0 with losses").doesNotContain("<-");
        }
    }

    @Test
    void lineCheckCountsLosses() throws Exception {
        try (TestLine line = new TestLine(false, 1, 2)) {
            line.line.add(new LostAnswers(0.3, SEED));
            Told told = line.bus("line-check", "--patterns", "60");
            if (told.out().contains("0 devices")) {
                throw new AssertionError("seed " + SEED + ": the search has lost all devices");
            }
            assertThat(told.exitCode()).as("seed " + SEED + told.out()).isEqualTo(ExitCode.FAILED);
            assertThat(told.out()).contains("<- check the cable");
        }
    }

    @Test
    void lineCheckMissesADeadDeviceThatIsExpected() throws Exception {
        try (TestLine line = new TestLine(false, 1, 2, 3)) {
            line.line.add(new DeadDevice(line.modules.get(1)));
            Told told = line.bus("line-check", "--patterns", "2", "--expect", "3");
            assertThat(told.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(told.out()).contains("2 devices, 0 with losses", "3 devices were expected");
            assertThat(line.bus("line-check", "--patterns", "2").exitCode()).isZero();
        }
    }

    @Test
    void resetAsksFirst() throws Exception {
        try (TestLine line = new TestLine(false, 1, 2)) {
            Told asked = line.bus("reset");
            assertThat(asked.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(asked.err()).contains("2 devices", "--yes");
            assertThat(line.modules).extracting(WireDevice::address).containsExactly(1, 2);
            Told done = line.bus("reset", "--yes");
            assertThat(done.exitCode()).as(done.err()).isZero();
            assertThat(line.bus("scan").out()).contains("2 devices, 2 without an address");
        }
    }

    @Test
    void modulesSleepAndWake() throws Exception {
        try (TestLine line = new TestLine(false, 1, 2)) {
            assertThat(line.bus("sleep").exitCode()).isZero();
            // nobody answers to that frame, so it may still be on its way
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
                while (!line.modules.stream().allMatch(WireDevice::isAsleep)) {
                    Thread.onSpinWait();
                }
            });
            assertThat(line.bus("wake").out()).contains("2 devices are awake");
            assertThat(line.modules).noneMatch(WireDevice::isAsleep);
        }
    }

    @Test
    void wrongOptionsAreRefusedBeforeTheLineIsOpened() {
        refused("line: none", "scan");
        refused("line: two", "scan", "--tcp", "127.0.0.1:9", "--serial", "/dev/null");
        refused("--baud: 300", "scan", "--tcp", "127.0.0.1:9", "--baud", "300");
        refused("--allowance: 6000", "scan", "--tcp", "127.0.0.1:9", "--allowance", "6000");
        refused("--tcp: nowhere", "scan", "--tcp", "nowhere");
        refused("--tcp: host:0", "scan", "--tcp", "host:0");
        refused("only one of --of and --to", "address", "--tcp", "127.0.0.1:9", "--of", "12");
        refused("--of: xyz", "address", "--tcp", "127.0.0.1:9", "--of", "xyz", "--to", "1");
        refused("--to: 65280", "address", "--tcp", "127.0.0.1:9", "--of", "12", "--to", "65280");
        refused("--first: 0", "address", "--tcp", "127.0.0.1:9", "--first", "0");
        refused("ADDRESS: 0", "blink", "0", "--tcp", "127.0.0.1:9");
        refused("--seconds: 256", "blink", "1", "--seconds", "256", "--tcp", "127.0.0.1:9");
        refused("--patterns: 0", "line-check", "--patterns", "0", "--tcp", "127.0.0.1:9");
    }

    private static void refused(String problem, String... words) {
        String[] arguments = new String[words.length + 1];
        arguments[0] = "bus";
        System.arraycopy(words, 0, arguments, 1, words.length);
        Told told = Told.by(arguments);
        assertThat(told.exitCode()).as(problem).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(told.err()).contains(problem, "allowed").doesNotContain("\tat ");
    }

    @Test
    void aLineThatCannotBeReachedIsToldWithAnExitCodeOfItsOwn() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        Told tcp = Told.by("bus", "scan", "--tcp", "127.0.0.1:" + port);
        assertThat(tcp.exitCode()).isEqualTo(ExitCode.LINE_UNUSABLE);
        assertThat(tcp.err()).contains("127.0.0.1:" + port).doesNotContain("\tat ");
        Told serial = Told.by("bus", "scan", "--serial", "/dev/ttyNOTHING");
        assertThat(serial.exitCode()).isEqualTo(ExitCode.LINE_UNUSABLE);
        assertThat(serial.err()).contains("/dev/ttyNOTHING").doesNotContain("\tat ");
    }
}
