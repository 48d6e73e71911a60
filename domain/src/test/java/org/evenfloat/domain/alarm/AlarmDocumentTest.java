// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenfloat.domain.alarm.StandardLimit.From;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityText;
import org.evenfloat.domain.state.StringState;
import org.junit.jupiter.api.Test;

/** The table in docs/alarms.md says what the program does. */
class AlarmDocumentTest {

    private static final String BEGIN = "<!-- table: made by AlarmDocumentTest -->\n";
    private static final String END = "<!-- end of table -->\n";

    @Test
    void theDocumentHasTheTableOfTheProgram() throws IOException {
        String expected = table();
        Path document = Path.of("../docs/alarms.md");
        String text = Files.readString(document).replace("\r\n", "\n");
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        assertThat(begin).as("docs/alarms.md has the mark %s", BEGIN).isNotNegative();
        assertThat(end).as("docs/alarms.md has the mark %s", END).isGreaterThan(begin);
        String found = text.substring(begin + BEGIN.length(), end);
        if (!found.equals(expected)) {
            Path made = Files.createDirectories(Path.of("target")).resolve("alarms.md");
            Files.writeString(made, text.substring(0, begin + BEGIN.length()) + expected + text.substring(end));
            assertThat(found).as("table of docs/alarms.md; the right one is in domain/target/alarms.md")
                    .isEqualTo(expected);
        }
    }

    private static String table() {
        StringBuilder text = new StringBuilder("| Alarm | What | Level | Priority | Limit unless changed | Where that"
                + " comes from | Deadband | On-delay | Off-delay | Latching | General |"
                + " Says nothing in |\n"
                + "|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        AlarmTable.all().forEach(row -> text.append("| `").append(row.id()).append("` | ")
                .append(row.words().meaning()).append(" | ")
                .append(row.level().name().toLowerCase(Locale.ROOT)).append(" | ")
                .append(row.priority().name().toLowerCase(Locale.ROOT)).append(" | ").append(limit(row)).append(" | ")
                .append(row.standard().source()).append(" | ").append(deadband(row)).append(" | ")
                .append(time(row.timing().onDelayMillis())).append(" | ").append(time(row.timing().offDelayMillis()))
                .append(" | ").append(row.latching() ? "yes" : "–").append(" | ").append(row.general() ? "yes" : "–")
                .append(" | ").append(states(row.suppressedIn())).append(" |\n"));
        return text.toString();
    }

    private static String limit(AlarmDefinition row) {
        StandardLimit standard = row.standard();
        if (!row.hasLimit()) {
            return "whether it is so";
        }
        String side = row.side() == AlarmSide.LOW ? "below " : "above ";
        String amount = row.signal().dimension()
                .map(dimension -> QuantityText.format(Math.abs(standard.amount()), dimension))
                .orElse(Integer.toString(standard.amount()));
        String minus = standard.amount() < 0 ? "−" : "";
        String words = switch (standard.from()) {
            case NOTHING -> minus + amount;
            case CELLS -> minus + amount + " per cell";
            case FLOAT -> "float " + counted(standard, amount);
            case BOOST -> "boost " + counted(standard, amount);
            case END -> "end of discharge " + counted(standard, amount);
        };
        return (standard.on() ? "" : "off; ") + side + words.strip() + others(standard, row);
    }

    private static String others(StandardLimit standard, AlarmDefinition row) {
        if (standard.nickel() == standard.amount() && standard.lithium() == standard.amount()) {
            return "";
        }
        return "; nickel " + other(standard.nickel(), row) + ", lithium " + other(standard.lithium(), row);
    }

    private static String other(int amount, AlarmDefinition row) {
        return (amount < 0 ? "− " : "+ ")
                + QuantityText.format(Math.abs(amount), row.signal().dimension().orElseThrow());
    }

    private static String counted(StandardLimit standard, String amount) {
        return standard.amount() == 0 ? "" : (standard.amount() < 0 ? "− " : "+ ") + amount + " per cell";
    }

    private static String deadband(AlarmDefinition row) {
        int amount = row.timing().deadband();
        if (!row.hasLimit() || amount == 0) {
            return "–";
        }
        Optional<Dimension> dimension = row.signal().dimension()
                .map(of -> of == Dimension.TEMPERATURE ? Dimension.TEMPERATURE_DIFFERENCE : of);
        return dimension.map(of -> QuantityText.format(amount, of)).orElse(Integer.toString(amount))
                + (row.standard().from() == From.NOTHING ? "" : " per cell");
    }

    private static String time(long millis) {
        return millis == 0 ? "–" : QuantityText.format(millis, Dimension.TIME);
    }

    private static String states(Set<StringState> states) {
        if (states.isEmpty()) {
            return "–";
        }
        int all = StringState.values().length;
        if (states.size() > all / 2) {
            return "all but " + Arrays.stream(StringState.values()).filter(state -> !states.contains(state))
                    .map(Enum::name).collect(Collectors.joining(", "));
        }
        return Arrays.stream(StringState.values()).filter(states::contains).map(Enum::name)
                .collect(Collectors.joining(", "));
    }
}
