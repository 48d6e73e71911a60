// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.evenfloat.adapters.bacsbus.LineTiming;
import org.evenfloat.adapters.modbus.ModbusSettings;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.infrastructure.site.LineConfiguration;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.site.SiteFile;
import org.evenfloat.infrastructure.site.SiteFileProblem;
import org.evenfloat.infrastructure.site.SiteFileProblems;
import org.evenfloat.infrastructure.site.SnmpSite;
import org.evenfloat.infrastructure.site.WebSettings;
import org.evenfloat.infrastructure.transport.ServerCertificate;
import org.evenfloat.infrastructure.transport.UsersFirst;
import org.evenfloat.infrastructure.wiring.AccessFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a site file and says what is wrong with it, or what it describes. */
@Command(
        name = "check",
        description = "Reads a site file and prints all its problems, or what it describes.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SITEFILE", description = "The site file, see docs/site-file.md.")
    private Path siteFile;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandFailure {
        SiteConfiguration configuration = read(siteFile);
        List<String> problems = transport(configuration);
        if (!problems.isEmpty()) {
            throw problems(siteFile, problems);
        }
        PrintWriter out = spec.commandLine().getOut();
        long blocks = configuration.site().strings().mapToLong(BatteryString::size).sum();
        out.printf("%s: %d lines, %d batteries, %d strings, %d blocks%n", configuration.site().name(),
                configuration.lines().size(), configuration.site().batteries().size(),
                configuration.site().strings().count(), blocks);
        for (LineConfiguration line : configuration.lines()) {
            line(out, configuration.site().roster(line.settings().line()), line);
        }
        configuration.site().strings().forEach(string -> string(out, string));
        out.println(web(configuration.web()));
        modbus(out, configuration.northbound().modbus());
        snmp(out, configuration.northbound().snmp().settings());
        out.println("data folder " + configuration.dataFolder());
        return ExitCode.DONE;
    }

    private static void modbus(PrintWriter out, ModbusSettings modbus) {
        modbus.tcp().ifPresent(tcp -> out.println("MODBUS on " + tcp.address() + " port " + tcp.port() + ", unit id "
                + modbus.unit() + ", " + modbus.writers().size() + " that may write"));
        modbus.serial().forEach(line -> out.println("MODBUS on " + line.port() + ", " + line.baud() + " baud, unit id "
                + modbus.unit()));
    }

    private static void snmp(PrintWriter out, SnmpSettings snmp) {
        snmp.listen().ifPresent(listen -> out.println("SNMP on " + listen.address() + " port " + listen.port() + ", "
                + snmp.communities().size() + " communities, " + snmp.users().size() + " users"));
        snmp.receivers().forEach(receiver -> out.println("SNMP " + receiver.form().name().toLowerCase(Locale.ROOT)
                .replace('_', ' ') + " to " + receiver.host() + " port " + receiver.port() + " as "
                + SnmpSite.as(snmp, receiver)));
    }

    /** Reads a site file, or fails with all its problems. */
    static SiteConfiguration read(Path siteFile) throws CommandFailure {
        try {
            return SiteFile.read(siteFile);
        } catch (SiteFileProblems problems) {
            throw problems(siteFile, problems.problems().stream().map(SiteFileProblem::toString).toList());
        }
    }

    private static CommandFailure problems(Path siteFile, List<String> problems) {
        return new CommandFailure(ExitCode.BAD_INPUT, siteFile + " has " + problems.size()
                + (problems.size() == 1 ? " problem:" : " problems:") + System.lineSeparator()
                + String.join(System.lineSeparator(), problems));
    }

    /** Returns what is wrong beside the file: nobody could sign in, or no browser would take the certificate. */
    private List<String> transport(SiteConfiguration configuration) {
        List<String> problems = new ArrayList<>();
        UsersFirst.problem(configuration.web(), siteFile, AccessFolder.store(configuration.dataFolder()))
                .ifPresent(problems::add);
        if (configuration.web().https()) {
            problems.addAll(new ServerCertificate(configuration).problems(Instant.now()));
        }
        return problems;
    }

    private static String web(WebSettings web) {
        return !web.enabled() ? "web switched off"
                : "web " + (web.https() ? "https" : "http") + " at " + web.address() + ", port " + web.port()
                        + (web.names().isEmpty() ? "" : ", as " + String.join(", ", web.names()));
    }

    private static void line(PrintWriter out, LineRoster roster, LineConfiguration line) {
        int[] addresses = IntStream.concat(
                        IntStream.range(0, roster.moduleCount()).map(roster::moduleAddress),
                        IntStream.range(0, roster.sensorCount()).map(roster::sensorAddress))
                .sorted().toArray();
        double needs = LineTiming.theoreticalSweepNanos(addresses, line.settings().baud(), true) / 1e9;
        out.printf(Locale.ROOT, "line %s: %d modules, %d sensors, %d baud, sweep every %.1f s, which takes %.2f s%n",
                roster.line(), roster.moduleCount(), roster.sensorCount(), line.settings().baud(),
                line.plan().sweepPeriodMillis() / 1000.0, needs);
    }

    private static void string(PrintWriter out, BatteryString string) {
        String first = string.blocks().get(0).module().toString();
        String last = string.blocks().get(string.size() - 1).module().toString();
        out.printf("string %s: %d blocks of %d cells, %s, %s, modules %s at %s to %s, %s%n", string.id(), string.size(),
                string.blockType().cells(), string.blockType().profile().name(),
                string.blockType().capacity().milliampHours() == 0 ? "capacity unknown" : string.blockType().capacity(),
                string.moduleType().name(), first, last, string.equalizing() ? "equalized" : "only measured");
    }
}
