// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evenfloat.application.commissioning.ButtonAddressing;
import org.evenfloat.application.commissioning.ButtonAddressing.Given;
import org.evenfloat.application.commissioning.DeviceMarks;
import org.evenfloat.application.commissioning.EchoTally;
import org.evenfloat.application.commissioning.ExpectedDevices;
import org.evenfloat.application.commissioning.SerialAddressing;
import org.evenfloat.application.port.in.LineWorkReport.CheckedDevice;
import org.evenfloat.application.port.in.WorkOnLines.Outcome;
import org.evenfloat.application.port.in.WorkOnLines.Verdict;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.domain.topology.ModuleIdentity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Works on one line directly, for commissioning and service. The server must not use the line meanwhile. */
@Command(
        name = "bus",
        description = "Works on one module line directly; stop the server first.",
        mixinStandardHelpOptions = true,
        subcommands = {
            BusCommand.Scan.class, BusCommand.Address.class, BusCommand.Blink.class, BusCommand.LineCheck.class,
            BusCommand.Reset.class, BusCommand.Sleep.class, BusCommand.Wake.class
        })
final class BusCommand implements Runnable {

    private static final int MAX_ADDRESS = 0xFEFF;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Which one? scan, address, blink, line-check, reset, sleep or wake");
    }

    /** A command on an open line. */
    abstract static class OnLine implements Callable<Integer> {

        @Mixin
        private LineOptions line;

        @Spec
        private CommandSpec spec;

        /** Refuses wrong options before the line is opened. */
        void check() throws CommandFailure {}

        /** Refuses what is not within limits. */
        static void within(String where, long given, long least, long most) throws CommandFailure {
            if (given < least || given > most) {
                throw new CommandFailure(
                        ExitCode.BAD_INPUT, where + ": " + given + " - allowed: " + least + " to " + most);
            }
        }

        abstract int work(ModuleBus bus, PrintWriter out) throws LineFailure, CommandFailure, InterruptedException;

        @Override
        public final Integer call() throws CommandFailure, InterruptedException {
            check();
            try (ModuleBus bus = line.open()) {
                return work(bus, spec.commandLine().getOut());
            } catch (LineFailure failure) {
                throw new CommandFailure(ExitCode.LINE_UNUSABLE, failure.getMessage(), failure);
            }
        }

        static String row(ModuleIdentity device) {
            return String.format(Locale.ROOT, "%-8s %-8s %-6d %s", device.serialText(),
                    device.address() == 0 ? "none" : String.valueOf(device.address()), device.typeCode(),
                    device.firmwareText());
        }
    }

    /** Finds every device. */
    @Command(
            name = "scan",
            description = "Finds every device on the line, addressed or not.",
            mixinStandardHelpOptions = true)
    static final class Scan extends OnLine {

        @Override
        int work(ModuleBus bus, PrintWriter out) throws LineFailure {
            List<ModuleIdentity> devices = bus.search();
            out.println("serial   address  type   firmware");
            devices.forEach(device -> out.println(row(device)));
            DeviceMarks.usedTwice(devices).forEach(address -> out.println("address " + address
                    + " is used twice; give one of them another with: bus address --to N --of SERIAL"));
            long without = devices.stream().filter(device -> device.address() == 0).count();
            out.printf(Locale.ROOT, "%d devices, %d without an address%n", devices.size(), without);
            return ExitCode.DONE;
        }
    }

    /** Gives addresses. */
    @Command(
            name = "address",
            description = {
                "Gives addresses. With --of and --to: one device by its serial number.",
                "Otherwise by button: press the buttons block after block; each device gets the next free address."
            },
            mixinStandardHelpOptions = true)
    static final class Address extends OnLine {

        @Option(names = "--of", paramLabel = "SERIAL", description = "Serial number as printed on the module.")
        private String serial;

        @Option(names = "--to", paramLabel = "N", description = "The address to give.")
        private Integer to;

        @Option(names = "--first", defaultValue = "1", description = "First address to give (default: ${DEFAULT-VALUE}).")
        private int first;

        @Option(names = "--count", paramLabel = "N", description = "End after so many devices.")
        private Integer count;

        @Option(names = "--wait", paramLabel = "SECONDS", defaultValue = "300",
                description = "End when no button was pressed for so long (default: ${DEFAULT-VALUE}).")
        private int waitSeconds;

        @Override
        void check() throws CommandFailure {
            if ((serial == null) != (to == null)) {
                throw new CommandFailure(ExitCode.BAD_INPUT, "address: only one of --of and --to - allowed: both or none");
            }
            if (serial != null && !serial.matches("[0-9A-Fa-f]{1,8}")) {
                throw new CommandFailure(ExitCode.BAD_INPUT,
                        "--of: " + serial + " - allowed: up to eight hexadecimal digits, as printed on the module");
            }
            within("--to", to == null ? 0 : to, 0, MAX_ADDRESS);
            within("--first", first, 1, MAX_ADDRESS);
            within("--count", count == null ? 1 : count, 1, MAX_ADDRESS);
            within("--wait", waitSeconds, 1, 86_400);
        }

        @Override
        int work(ModuleBus bus, PrintWriter out) throws LineFailure, CommandFailure {
            return serial == null ? byButton(bus, out) : bySerial(bus, out);
        }

        private int bySerial(ModuleBus bus, PrintWriter out) throws LineFailure, CommandFailure {
            SerialAddressing serials = new SerialAddressing(new ExpectedDevices(LineOptions.nothing("").roster("")));
            Outcome outcome = serials.assign(bus, Long.parseLong(serial, 16), to);
            if (outcome.verdict() != Verdict.DONE) {
                throw new CommandFailure(ExitCode.FAILED, outcome.sentence());
            }
            out.println(outcome.sentence());
            return ExitCode.DONE;
        }

        private int byButton(ModuleBus bus, PrintWriter out) throws LineFailure {
            Set<Integer> used = bus.search().stream().map(ModuleIdentity::address).collect(Collectors.toSet());
            int[] free = IntStream.rangeClosed(first, MAX_ADDRESS).filter(address -> !used.contains(address))
                    .limit(count == null ? MAX_ADDRESS : count).toArray();
            ButtonAddressing buttons = new ButtonAddressing(free);
            int given = 0;
            bus.addressing(true);
            out.println("Press the button of the first block's module; its LED turns from red to green. Ctrl-C ends.");
            out.flush();
            long lastPress = System.nanoTime();
            while (!buttons.isDone() && System.nanoTime() - lastPress < TimeUnit.SECONDS.toNanos(waitSeconds)) {
                Optional<Given> one = buttons.look(bus);
                if (one.isPresent()) {
                    lastPress = System.nanoTime();
                    ModuleIdentity device = one.get().device();
                    out.println(device.serialText() + (one.get().kept() ? " keeps address " : " has address ")
                            + device.address());
                    out.flush();
                    given += one.get().kept() ? 0 : 1;
                }
            }
            bus.addressing(false);
            out.println(given + " addresses given");
            return ExitCode.DONE;
        }
    }

    /** Lets LEDs blink. */
    @Command(name = "blink", description = "Lets the LEDs of one device blink.", mixinStandardHelpOptions = true)
    static final class Blink extends OnLine {

        @Parameters(paramLabel = "ADDRESS", description = "Address of the device.")
        private int address;

        @Option(names = "--seconds", defaultValue = "30", description = "How long; 0 stops (default: ${DEFAULT-VALUE}).")
        private int seconds;

        @Override
        void check() throws CommandFailure {
            within("ADDRESS", address, 1, MAX_ADDRESS);
            within("--seconds", seconds, 0, 255);
        }

        @Override
        int work(ModuleBus bus, PrintWriter out) throws LineFailure, CommandFailure {
            if (!bus.blink(address, seconds)) {
                throw new CommandFailure(ExitCode.FAILED, "address " + address + " does not answer");
            }
            out.println("address " + address + (seconds == 0 ? " blinks no more" : " blinks for " + seconds + " s"));
            return ExitCode.DONE;
        }
    }

    /** Tests a line. */
    @Command(
            name = "line-check",
            description = "Sends test patterns to every addressed device and counts what comes back.",
            mixinStandardHelpOptions = true)
    static final class LineCheck extends OnLine {

        @Option(names = "--patterns", defaultValue = "20", description = "Patterns per device (default: ${DEFAULT-VALUE}).")
        private int patterns;

        @Option(names = "--expect", paramLabel = "N",
                description = "Fails unless so many devices have an address; a dead one is not found at all.")
        private Integer expected;

        @Override
        void check() throws CommandFailure {
            within("--patterns", patterns, 1, 100_000);
            within("--expect", expected == null ? 0 : expected, 0, MAX_ADDRESS);
        }

        @Override
        int work(ModuleBus bus, PrintWriter out) throws LineFailure {
            List<ModuleIdentity> devices = bus.search().stream().filter(device -> device.address() != 0).toList();
            int bad = 0;
            out.println("address  good   of     mean time");
            for (ModuleIdentity device : devices) {
                EchoTally tally = new EchoTally(device.address(), null);
                for (int i = 0; i < patterns; i++) {
                    tally.echo(bus, System::nanoTime);
                }
                CheckedDevice checked = tally.counts();
                bad += checked.good() == patterns ? 0 : 1;
                out.printf(Locale.ROOT, "%-8d %-6d %-6d %.1f ms%s%n", device.address(), checked.good(), patterns,
                        checked.meanMicros() / 1e3,
                        checked.good() == patterns ? "" : "   <- check the cable and the terminals of this device");
                out.flush();
            }
            out.printf(Locale.ROOT, "%d devices, %d with losses%n", devices.size(), bad);
            if (expected != null && devices.size() != expected) {
                out.println(expected + " devices were expected; 'bus scan' shows which addresses are there");
                bad++;
            }
            return bad == 0 ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    /** Takes all addresses away. */
    @Command(
            name = "reset",
            description = "Takes the address from every device on the line.",
            mixinStandardHelpOptions = true)
    static final class Reset extends OnLine {

        @Option(names = "--yes", description = "Really do it.")
        private boolean yes;

        @Override
        int work(ModuleBus bus, PrintWriter out) throws LineFailure, CommandFailure {
            int devices = bus.search().size();
            if (!yes) {
                throw new CommandFailure(ExitCode.BAD_INPUT, "reset: would take the addresses from " + devices
                        + " devices; all blocks must be addressed anew afterwards - allowed: with --yes");
            }
            bus.resetAddresses();
            out.println(devices + " devices have no address now");
            return ExitCode.DONE;
        }
    }

    /** Sends modules to sleep. */
    @Command(
            name = "sleep",
            description = "Sends all modules to sleep, for a battery that rests: less than 1 mA each, bypass off.",
            mixinStandardHelpOptions = true)
    static final class Sleep extends OnLine {

        @Override
        int work(ModuleBus bus, PrintWriter out) throws LineFailure {
            bus.sleep(true);
            out.println("all modules sleep; a server on this line sees none of them until 'bus wake'");
            return ExitCode.DONE;
        }
    }

    /** Wakes modules up. */
    @Command(name = "wake", description = "Wakes all modules up.", mixinStandardHelpOptions = true)
    static final class Wake extends OnLine {

        @Override
        int work(ModuleBus bus, PrintWriter out) throws LineFailure {
            bus.sleep(false);
            out.println(bus.search().size() + " devices are awake");
            return ExitCode.DONE;
        }
    }
}
