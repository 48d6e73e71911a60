// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenfloat.adapters.historyh2.H2Database;
import org.evenfloat.application.alarm.AlarmOverride;
import org.evenfloat.application.alarm.BackTest;
import org.evenfloat.application.alarm.LimitPart;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmTable;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityText;
import org.evenfloat.domain.setting.SettingKind;
import org.evenfloat.domain.text.NearestWord;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.infrastructure.DataFolder;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.time.RealTimekeeper;
import org.evenfloat.infrastructure.wiring.NotMade;
import org.evenfloat.infrastructure.wiring.StoppedServerParts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries a limit on the history of a server that does not run; one that does is asked through its API. */
@Command(
        name = "backtest",
        description = "Tells how often an alarm would have been raised with another limit, from the stored history.",
        mixinStandardHelpOptions = true)
final class BacktestCommand implements Callable<Integer> {

    private static final long DAY_MILLIS = 86_400_000L;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SITEFILE", description = "The site file, see docs/site-file.md.")
    private Path siteFile;

    @Option(names = "--definition", required = true, paramLabel = "ALARM", description = "Which alarm, see docs/alarms.md.")
    private String definition;

    @Option(names = "--string", required = true, paramLabel = "ID", description = "The string to look at.")
    private String string;

    @Option(names = "--limit", paramLabel = "LIMIT", description = "Limit to try, such as \"13.2 V\"; else as in force.")
    private String limit;

    @Option(names = "--deadband", paramLabel = "AMOUNT", description = "Deadband to try; else as in force.")
    private String deadband;

    @Option(names = "--on-delay", paramLabel = "TIME", description = "On-delay to try; else as in force.")
    private String onDelay;

    @Option(names = "--off-delay", paramLabel = "TIME", description = "Off-delay to try; else as in force.")
    private String offDelay;

    @Option(names = "--days", defaultValue = "30", paramLabel = "N",
            description = "Days up to now, 1 to 400; 30 unless given.")
    private int days;

    @Override
    public Integer call() throws CommandFailure {
        SiteConfiguration configuration = CheckCommand.read(siteFile);
        List<String> problems = new ArrayList<>();
        Optional<AlarmDefinition> row = row(problems);
        Optional<BatteryString> of = configuration.site().string(string);
        if (of.isEmpty()) {
            problems.add("--string: " + string + " - allowed: " + NearestWord.list(
                    string, configuration.site().strings().map(BatteryString::id).toList()));
        } else if (of.get().size() > BackTest.MOST_BLOCKS) {
            problems.add("--string: " + string + ", " + of.get().size() + " blocks - allowed: a string of at most "
                    + BackTest.MOST_BLOCKS + " blocks");
        }
        if (days < 1 || days > BackTest.MOST_DAYS) {
            problems.add("--days: " + days + " - allowed: 1 to " + BackTest.MOST_DAYS);
        }
        AlarmOverride wanted = row.map(each -> wanted(each, problems)).orElse(AlarmOverride.NONE);
        if (!problems.isEmpty()) {
            throw new CommandFailure(ExitCode.BAD_INPUT, String.join(System.lineSeparator(), problems));
        }
        return look(configuration, row.get(), of.get(), wanted);
    }

    private Optional<AlarmDefinition> row(List<String> problems) {
        Optional<AlarmDefinition> row = AlarmTable.find(definition).filter(BackTest::can);
        if (row.isEmpty()) {
            problems.add("--definition: " + definition + " - allowed: what the history keeps, " + NearestWord.list(
                    definition, AlarmTable.all().stream().filter(BackTest::can).map(AlarmDefinition::id).toList()));
        }
        return row;
    }

    private AlarmOverride wanted(AlarmDefinition row, List<String> problems) {
        Map<LimitPart, String> given = new LinkedHashMap<>();
        given.put(LimitPart.LIMIT, limit);
        given.put(LimitPart.DEADBAND, deadband);
        given.put(LimitPart.ON_DELAY, onDelay);
        given.put(LimitPart.OFF_DELAY, offDelay);
        AlarmOverride wanted = LimitPart.STATE.with(row, AlarmOverride.NONE, SettingKind.OnOff.ON);
        for (Map.Entry<LimitPart, String> each : given.entrySet()) {
            SettingKind kind = each.getKey().kind(row);
            String text = each.getValue();
            Optional<String> canonical = text == null ? Optional.empty() : kind.canonical(text);
            if (canonical.isPresent()) {
                wanted = each.getKey().with(row, wanted, canonical.get());
            } else if (text != null) {
                problems.add("--" + each.getKey().word() + ": " + text + " - allowed: " + kind.allowed(text));
            }
        }
        return wanted;
    }

    private int look(SiteConfiguration configuration, AlarmDefinition row, BatteryString of, AlarmOverride wanted)
            throws CommandFailure {
        DataFolder folder = RunningServer.lock(configuration.dataFolder());
        try (RealTimekeeper time = new RealTimekeeper()) {
            StoppedServerParts parts = StoppedServerParts.of(configuration, folder, time);
            try (H2Database history = parts.history()) {
                long to = time.wallClock().millis();
                print(row, parts.backTest().answer(new BackTest.Question(
                        row, of, Optional.empty(), wanted, to - days * DAY_MILLIS, to)));
            }
            return ExitCode.DONE;
        } catch (NotMade | HistoryFailure failure) {
            throw new CommandFailure(ExitCode.FAILED, failure.getMessage(), failure);
        } finally {
            RunningServer.release(folder);
        }
    }

    private void print(AlarmDefinition row, BackTest.Answer answer) {
        PrintWriter out = spec.commandLine().getOut();
        Dimension dimension = row.signal().dimension().orElseThrow();
        for (BackTest.Raise raise : answer.raises()) {
            out.println(instant(raise.atMillis()) + "  " + raise.subject() + "  "
                    + QuantityText.format(raise.value(), dimension)
                    + (raise.untilMillis() == 0 ? "  stands" : "  until " + instant(raise.untilMillis())));
        }
        if (answer.total() > answer.raises().size()) {
            out.println("… and " + (answer.total() - answer.raises().size()) + " more");
        }
        out.println(answer.total() + " raises; with what is in force " + answer.totalNow());
        out.println(answer.resolution());
    }

    private static Instant instant(long millis) {
        return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS);
    }
}
