// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.evenfloat.adapters.alarmfiles.blackbox.BoxReplay;
import org.evenfloat.adapters.alarmfiles.blackbox.Explanation;
import org.evenfloat.adapters.alarmfiles.blackbox.Explanation.Happening;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a black box holds and why it was decided so, by deciding once more. Writes nothing. */
@Command(
        name = "explain",
        description = {
            "Checks the seal of a black box, has guard and breaker policy decide once more of what it holds, and says step",
            "by step why. Exit code 0 when every part is as it was written and every decision is the same, else 1."
        },
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, uuuu-MM-dd", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    @Parameters(paramLabel = "FILE", description = "The black box, as the page Safety exports it.")
    private Path file;

    @Option(names = "--all", description = "Tell every sample, also those in which nothing is new.")
    private boolean all;

    @Option(names = "--no-plot", description = "Draw nothing.")
    private boolean noPlot;

    @Option(names = "--json", description = "Print everything as JSON.")
    private boolean json;

    @Option(names = "--seal", paramLabel = "HASH", defaultValue = "",
            description = "Seal that was written down in the audit; the file must have this one.")
    private String wanted;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandFailure, IOException {
        if (!wanted.isEmpty() && !wanted.matches("[0-9A-Fa-f]{64}")) {
            throw new CommandFailure(ExitCode.BAD_INPUT,
                    "--seal: " + wanted + " - allowed: 64 hexadecimal digits, as the audit holds them");
        }
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure(ExitCode.BAD_INPUT, file + ": no such file - allowed: a black box, as the page Safety"
                    + " exports it");
        }
        Explanation explanation;
        try {
            explanation = BoxReplay.explain(file, ProgramVersion.text(), all);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILED,
                    file + " is no black box that can be read, or it is damaged: " + AuditText.plain(e.getMessage()), e);
        }
        boolean sealed = wanted.isEmpty() || wanted.equalsIgnoreCase(explanation.seal());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            print(explanation, sealed, out);
        } else {
            tell(explanation, sealed, out);
        }
        return sealed && explanation.good() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void tell(Explanation explanation, boolean sealed, PrintWriter out) {
        out.println("Black box " + AuditText.plain(explanation.box()) + ": string " + explanation.string()
                + (explanation.breaker().isEmpty() ? ", which no breaker disconnects"
                        : ", breaker " + explanation.breaker()));
        out.println("seal    " + explanation.seal());
        if (!sealed) {
            out.println("PROBLEM It is not the seal that was given.");
        }
        explanation.sealProblems().forEach(problem -> out.println("PROBLEM " + AuditText.plain(problem) + "."));
        if (explanation.sealProblems().isEmpty()) {
            out.println(sealed && !wanted.isEmpty() ? "        every part is as it was when this was written down"
                    : "        every part fits it; compare it with the audit, where it was written down when it was made");
        }
        explanation.remarks().forEach(remark -> out.println("remark  " + AuditText.plain(remark)));
        story(explanation, out);
        if (!noPlot) {
            out.println();
            RisePlot.lines(explanation).forEach(out::println);
        }
        out.println();
        out.println(verdict(explanation));
    }

    private static void story(Explanation explanation, PrintWriter out) {
        String day = "";
        for (Happening each : explanation.story()) {
            String time = "        ";
            if (each.atMillis() > 0) {
                Instant at = Instant.ofEpochMilli(each.atMillis());
                if (!DAY.format(at).equals(day)) {
                    day = DAY.format(at);
                    out.println();
                    out.println(day + " (UTC)");
                }
                time = TIME.format(at);
            }
            out.println("  " + time + "  " + (each.kind().equals("difference") ? "DIFFERENT " : "") + each.text());
        }
    }

    private static String verdict(Explanation explanation) {
        String counts = String.format(Locale.ROOT, "%,d samples, %,d looks and acts", explanation.samples(),
                explanation.looks());
        String gaps = explanation.gaps() == 0 ? "" : ", " + explanation.gaps() + (explanation.gaps() == 1
                ? " gap" : " gaps");
        if (explanation.samples() + explanation.looks() == 0) {
            return "NOTHING DECIDED ONCE MORE: the box holds nothing from which that could begin" + gaps;
        }
        if (explanation.differences() > 0) {
            return String.format(Locale.ROOT, "A DIFFERENT DECISION, %s, %,d differences%s; the first: %s", counts,
                    explanation.differences(), gaps, AuditText.plain(explanation.firstDifference().orElse("")));
        }
        return "the same decision, " + counts + gaps;
    }

    private static void print(Explanation explanation, boolean sealed, PrintWriter out) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("box", explanation.box()).put("string", explanation.string()).put("breaker", explanation.breaker());
        root.put("seal", explanation.seal()).put("sealIsTheGivenOne", sealed).put("good", sealed && explanation.good());
        explanation.sealProblems().forEach(root.putArray("sealProblems")::add);
        explanation.remarks().forEach(root.putArray("remarks")::add);
        root.put("samples", explanation.samples()).put("looks", explanation.looks());
        root.put("notReplayed", explanation.notReplayed()).put("gaps", explanation.gaps());
        root.put("differences", explanation.differences());
        root.put("firstDifference", explanation.firstDifference().orElse(null));
        var story = root.putArray("story");
        explanation.story().forEach(each -> story.addObject().put("n", each.n()).put("atMillis", each.atMillis())
                .put("kind", each.kind()).put("text", each.text()));
        out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root));
    }
}
