// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.evenfloat.adapters.web.WebNotStarted;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.HashBusy;
import org.evenfloat.infrastructure.bench.AccessBench;
import org.evenfloat.infrastructure.bench.AlarmBench;
import org.evenfloat.infrastructure.bench.BusBench;
import org.evenfloat.infrastructure.bench.FloodBench;
import org.evenfloat.infrastructure.bench.GuardBench;
import org.evenfloat.infrastructure.bench.ModbusBench;
import org.evenfloat.infrastructure.bench.SnmpBench;
import org.evenfloat.infrastructure.bench.SweepBench;
import org.evenfloat.infrastructure.bench.WebBench;
import org.evenfloat.infrastructure.bench.runaway.RunawayBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures, beside a peer or a limit. */
@Command(
        name = "bench",
        description = "Measures, beside a peer or a limit. Exit code 0: all limits held.",
        mixinStandardHelpOptions = true,
        subcommands = {
            BenchCommand.Bus.class, BenchCommand.Sweep.class, BenchCommand.Web.class, BenchCommand.Access.class,
            BenchCommand.Alarms.class, BenchCommand.Guard.class, BenchCommand.Runaway.class,
            BenchCommand.Modbus.class, BenchCommand.Snmp.class, FootprintCommand.class})
final class BenchCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Which one? bus, sweep, web, access, alarms, guard, runaway, modbus, snmp or footprint");
    }

    /** Measures the module bus. */
    @Command(
            name = "bus",
            description = "A sweep of 600 modules on a line paced at its true bit rate (about two minutes).",
            mixinStandardHelpOptions = true)
    static final class Bus implements Callable<Integer> {

        @Option(names = "--sweeps", defaultValue = "3", description = "Sweeps a rate (default: ${DEFAULT-VALUE}).")
        private int sweeps;

        @Override
        public Integer call() throws IOException, LineFailure {
            return new BusBench(System.out, Math.max(1, sweeps)).run() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    /** Measures deciding. */
    @Command(
            name = "sweep",
            description = "Deciding on a sweep of 600 and of 60,000 modules.",
            mixinStandardHelpOptions = true)
    static final class Sweep implements Callable<Integer> {

        @Override
        public Integer call() {
            return new SweepBench(System.out).run() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    /** Measures the web server. */
    @Command(
            name = "web",
            description = "Bytes, CPU and delay of the stream of changes, and CPU of a snapshot (about three minutes).",
            mixinStandardHelpOptions = true)
    static final class Web implements Callable<Integer> {

        private static final int MOST_CLIENTS = 200;

        @Option(names = "--clients", defaultValue = "100", description = "Clients, 1 to 200 (default: ${DEFAULT-VALUE}).")
        private int clients;

        @Option(names = "--seconds", defaultValue = "30", description = "Seconds measured (default: ${DEFAULT-VALUE}).")
        private int seconds;

        @Override
        public Integer call() throws IOException, WebNotStarted {
            int some = Math.max(1, Math.min(MOST_CLIENTS, clients));
            return new WebBench(System.out, some, Math.max(1, seconds)).run() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    /** Measures looking for alarms. */
    @Command(
            name = "alarms",
            description = "Looking for alarms in a sweep of 600 and of 60,000 modules.",
            mixinStandardHelpOptions = true)
    static final class Alarms implements Callable<Integer> {

        @Option(names = "--flood", description = "Hundreds of alarms that come and go in each sweep, instead.")
        private boolean flood;

        @Option(names = "--seed", defaultValue = "1",
                description = "Of the values of the flood (default: ${DEFAULT-VALUE}).")
        private long seed;

        @Override
        public Integer call() throws IOException {
            if (flood) {
                return new FloodBench(System.out, seed).run() ? ExitCode.DONE : ExitCode.FAILED;
            }
            return new AlarmBench(System.out).run() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    /** Measures the runaway guard. */
    @Command(
            name = "guard",
            description = "A minute's step of the runaway guards of 600 and of 60,000 modules.",
            mixinStandardHelpOptions = true)
    static final class Guard implements Callable<Integer> {

        @Override
        public Integer call() {
            return new GuardBench(System.out).run() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    /** Measures how well a runaway is told. */
    @Command(
            name = "runaway",
            description = "How well the runaway guard tells a runaway from everything else, in simulated strings.",
            mixinStandardHelpOptions = true)
    static final class Runaway implements Callable<Integer> {

        @Option(names = "--runs", defaultValue = "200", description = "Strings (default: ${DEFAULT-VALUE}).")
        private int runs;

        @Option(names = "--seed", defaultValue = "1", description = "Repeats the same ones (default: ${DEFAULT-VALUE}).")
        private long seed;

        @Override
        public Integer call() {
            return new RunawayBench(System.out, Math.max(1, runs), seed).run() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    /** Measures the MODBUS server. */
    @Command(
            name = "modbus",
            description = "CPU a request and delays of the MODBUS/TCP server, beside libmodbus (about a minute).",
            mixinStandardHelpOptions = true)
    static final class Modbus implements Callable<Integer> {

        @Option(names = "--seconds", defaultValue = "4",
                description = "Seconds of each measurement (default: ${DEFAULT-VALUE}).")
        private int seconds;

        @Option(names = "--rounds", defaultValue = "3",
                description = "Measurements of each kind (default: ${DEFAULT-VALUE}).")
        private int rounds;

        @Override
        public Integer call() throws IOException, InterruptedException {
            return new ModbusBench(System.out, Math.max(1, seconds), Math.max(1, rounds)).run()
                    ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    /** Measures the SNMP agent. */
    @Command(
            name = "snmp",
            description = {
                "CPU a row of the SNMP agent, beside an agent made with net-snmp's library (about half a minute).",
                "GETBULK of 12 columns of 600 blocks with new values every second, 8 walks in flight, one community that"
                        + " sees everything. Limits: 0.25 of net-snmp's CPU a row, 5 us, 1472 bytes an answer."},
            mixinStandardHelpOptions = true)
    static final class Snmp implements Callable<Integer> {

        @Option(names = "--seconds", defaultValue = "3",
                description = "Seconds of each measurement (default: ${DEFAULT-VALUE}).")
        private int seconds;

        @Option(names = "--rounds", defaultValue = "3",
                description = "Measurements of each agent (default: ${DEFAULT-VALUE}).")
        private int rounds;

        @Override
        public Integer call() throws IOException, InterruptedException {
            return new SnmpBench(System.out, Math.max(1, seconds), Math.max(1, rounds)).run()
                    ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    /** Measures who may do what. */
    @Command(
            name = "access",
            description = "A decision of the guard, and the password of somebody who signs in.",
            mixinStandardHelpOptions = true)
    static final class Access implements Callable<Integer> {

        @Override
        public Integer call() throws HashBusy {
            return new AccessBench(System.out).run() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }
}
