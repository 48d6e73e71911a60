// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.evenfloat.adapters.alarmfiles.FileAlarmStore;
import org.evenfloat.application.alarm.AlarmSentence;
import org.evenfloat.application.port.out.AlarmQuestion;
import org.evenfloat.application.port.out.AlarmStore;
import org.evenfloat.application.port.out.AlarmStoreFailure;
import org.evenfloat.domain.alarm.Alarm;
import org.evenfloat.domain.alarm.AlarmRecord;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the alarms that are kept in a data folder, also of a server that runs. */
@Command(
        name = "alarms",
        description = "Shows the alarms of a site as they are kept, also while its server runs.",
        mixinStandardHelpOptions = true)
final class AlarmsCommand implements Runnable {

    private static final String SITEFILE = "SITEFILE";
    private static final String SITEFILE_WORDS = "The site file, see docs/site-file.md.";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which one? list or history");
    }

    private static String stamp(long millis) {
        return millis == 0 ? "-" : Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    @Command(
            name = "list",
            description = "Prints what stands and what is hidden, with who acknowledged or hid it. Exit code 0.",
            mixinStandardHelpOptions = true)
    int list(@Parameters(paramLabel = SITEFILE, description = SITEFILE_WORDS) Path siteFile) throws CommandFailure {
        SiteConfiguration configuration = CheckCommand.read(siteFile);
        AlarmSentence sentence = new AlarmSentence(configuration.site());
        PrintWriter out = spec.commandLine().getOut();
        try {
            List<Alarm> alarms = store(configuration).load().alarms();
            for (Alarm alarm : alarms) {
                out.println(stamp(alarm.raisedAtMillis()) + "  " + alarm.point().definition().priority() + "  "
                        + alarm.state() + "  " + alarm.point().id() + "  " + sentence.of(alarm)
                        + (alarm.acknowledgedBy().isEmpty() ? ""
                                : " Acknowledged by " + alarm.acknowledgedBy()
                                        + (alarm.comment().isEmpty() ? "." : ": " + alarm.comment())));
                alarm.hidings().forEach((reason, hiding) -> out.println("    " + reason + " by " + hiding.who() + ": "
                        + hiding.why() + (hiding.untilMillis() == 0 ? "" : ", until " + stamp(hiding.untilMillis()))));
            }
            if (alarms.isEmpty()) {
                out.println("no alarms");
            }
            return ExitCode.DONE;
        } catch (AlarmStoreFailure failure) {
            throw new CommandFailure(ExitCode.FAILED, failure.getMessage(), failure);
        }
    }

    private static AlarmStore store(SiteConfiguration configuration) {
        return new FileAlarmStore(FileAlarmStore.folder(configuration.dataFolder()));
    }

    @Command(
            name = "history",
            description = "Prints what has become of alarms, the newest last.",
            mixinStandardHelpOptions = true)
    int history(
            @Parameters(paramLabel = SITEFILE, description = SITEFILE_WORDS) Path siteFile,
            @Option(names = "--records", paramLabel = "N", defaultValue = "50",
                    description = "How many at most (default: ${DEFAULT-VALUE}).") int records,
            @Option(names = "--subject", paramLabel = "ID", split = ",",
                    description = "Only of these blocks, strings or lines.") List<String> subjects)
            throws CommandFailure {
        if (records < 1 || records > AlarmStore.MOST_RECORDS) {
            throw new CommandFailure(ExitCode.BAD_INPUT,
                    "--records: " + records + " - allowed: 1 to " + AlarmStore.MOST_RECORDS);
        }
        SiteConfiguration configuration = CheckCommand.read(siteFile);
        AlarmSentence sentence = new AlarmSentence(configuration.site());
        PrintWriter out = spec.commandLine().getOut();
        try {
            List<AlarmRecord> found = new ArrayList<>(store(configuration).records(new AlarmQuestion(
                    0, Long.MAX_VALUE, Long.MAX_VALUE, Set.of(), subjects == null ? Set.of() : Set.copyOf(subjects),
                    records)));
            Collections.reverse(found);
            found.forEach(record -> out.println(stamp(record.atMillis()) + "  " + record.number() + "  "
                    + record.action() + "  " + sentence.of(record)));
            if (found.isEmpty()) {
                out.println("no records");
            }
            return ExitCode.DONE;
        } catch (AlarmStoreFailure failure) {
            throw new CommandFailure(ExitCode.FAILED, failure.getMessage(), failure);
        }
    }
}
