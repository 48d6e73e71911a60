// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityRange;
import org.junit.jupiter.api.Test;

class SettingBookTest {

    private static final SettingKind TIME = new SettingKind.Amount(
            QuantityRange.of(Dimension.TIME, "1 h", "60 d", "12 h"), List.of("off"));

    private static final List<SettingDefinition> DEFINITIONS = List.of(
            SettingDefinition.of("site", "", "name", "Name", new SettingKind.Text(1, 10), "Nord", Set.of()),
            SettingDefinition.of("strings", "A1", "name", "Name", new SettingKind.Text(1, 10), "A1", Set.of("A1")),
            SettingDefinition.of("strings", "A1", "equalizing", "Eq", new SettingKind.OnOff(), "on", Set.of("A1")),
            SettingDefinition.of("blocks", "A1-1", "label", "Label", new SettingKind.Text(0, 5), "", Set.of("A1")),
            SettingDefinition.of("lines", "L1", "resistance-period", "Time", TIME, "12 h", Set.of("A1")),
            SettingDefinition.of("site", "", "mode", "Mode", new SettingKind.Choice(List.of("day", "night")), "day",
                    Set.of()));

    private final SettingBook book = new SettingBook(DEFINITIONS, Map.of("site.name", 3));

    private static Map<String, Optional<String>> wanted(String... keysAndValues) {
        Map<String, Optional<String>> wanted = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            wanted.put(keysAndValues[i], Optional.ofNullable(keysAndValues[i + 1]));
        }
        return wanted;
    }

    @Test
    void takesWhatIsAllowedInItsCanonicalForm() {
        SettingProposal proposal = book.propose(SettingValues.NONE, wanted(
                "strings.A1.name", " oben ", "strings.A1.equalizing", "false", "blocks.A1-1.label", "12345",
                "lines.L1.resistance-period", "36 h", "site.mode", "night"));
        assertThat(proposal.problems()).isEmpty();
        assertThat(proposal.after().given()).containsExactly(
                Map.entry("blocks.A1-1.label", "12345"), Map.entry("lines.L1.resistance-period", "1.5 d"),
                Map.entry("site.mode", "night"), Map.entry("strings.A1.equalizing", "off"),
                Map.entry("strings.A1.name", "oben"));
        assertThat(proposal.changes()).extracting(SettingChange::toString).contains(
                "strings.A1.name: default → \"oben\"");
        assertThat(book.propose(SettingValues.NONE, wanted("lines.L1.resistance-period", "off")).after().given())
                .containsEntry("lines.L1.resistance-period", "off");
    }

    @Test
    void namesAllProblemsAtOnceAndChangesNothing() {
        SettingValues present = new SettingValues(Map.of("strings.A1.name", "oben"));
        SettingProposal proposal = book.propose(present, wanted(
                "strings.A1.nam", "x", "zzz", "x", "site.name", "Süd", "strings.A1.name", "12345678901",
                "strings.A1.equalizing", "maybe", "lines.L1.resistance-period", "30 min", "site.mode", "nigth",
                "blocks.A1-1.label", "a\nb", "lines.L1.resistance-period2", null));
        assertThat(proposal.problems()).extracting(SettingProblem::toString).containsExactly(
                "\"strings.A1.nam\": unknown key - allowed: a setting of this site; nearest: strings.A1.name",
                "\"zzz\": unknown key - allowed: a setting of this site",
                "site.name: \"Süd\" - allowed: only \"Nord\", which the site file gives in line 3; change it there",
                "strings.A1.name: \"12345678901\" - allowed: a text of 1 to 10 characters in one line",
                "strings.A1.equalizing: \"maybe\" - allowed: on or off",
                "lines.L1.resistance-period: \"30 min\" - allowed: off, or a time such as 12 h, 1 h to 60 d",
                "site.mode: \"nigth\" - allowed: day, night; nearest: night",
                "blocks.A1-1.label: \"a?b\" - allowed: a text of at most 5 characters in one line",
                "\"lines.L1.resistance-period2\": unknown key - allowed: a setting of this site; nearest:"
                        + " lines.L1.resistance-period");
        assertThat(proposal.after()).isEqualTo(present);
        assertThat(proposal.changes()).isEmpty();
    }

    @Test
    void whatTheSiteFileGivesWinsAndSayingItAgainChangesNothing() {
        SettingValues stored = new SettingValues(Map.of("site.name", "Süd", "strings.gone.name", "x", "site.mode", "old"));
        SettingDefinition name = book.find("site.name").orElseThrow();
        assertThat(book.inForce(name, stored)).isEqualTo("Nord");
        assertThat(book.inForce(book.find("site.mode").orElseThrow(), stored)).isEqualTo("day");
        assertThat(book.withoutEffect(stored)).containsExactly("site.mode", "site.name", "strings.gone.name");
        SettingProposal same = book.propose(stored, wanted("site.name", "Nord", "strings.gone.name", null));
        assertThat(same.problems()).isEmpty();
        assertThat(same.after().given()).containsOnlyKeys("site.name", "site.mode");
        assertThat(book.propose(stored, wanted("strings.gone.name", "y")).problems()).hasSize(1);
        assertThat(book.propose(stored, wanted("site.name", null)).problems()).hasSize(1);
    }

    @Test
    void anEmptyTextAndNothingGoBackToTheDefault() {
        SettingValues present = new SettingValues(Map.of("blocks.A1-1.label", "x", "strings.A1.name", "oben"));
        SettingProposal proposal = book.propose(present, wanted("blocks.A1-1.label", "", "strings.A1.name", null));
        assertThat(proposal.after()).isEqualTo(SettingValues.NONE);
        assertThat(proposal.changes()).contains(
                new SettingChange("strings.A1.name", Optional.of("oben"), Optional.empty(), Optional.of("A1")));
    }

    @Test
    void tellsABoundedNumberOfProblems() {
        Map<String, Optional<String>> many = new LinkedHashMap<>();
        IntStream.range(0, 5_000).forEach(i -> many.put("strings.A1.name" + i, Optional.of("x")));
        List<SettingProblem> problems = book.propose(SettingValues.NONE, many).problems();
        assertThat(problems).hasSize(SettingBook.MOST_PROBLEMS + 1);
        assertThat(problems.get(SettingBook.MOST_PROBLEMS)).hasToString("settings: 4800 more problems - allowed: none");
    }

    @Test
    void everySettingIsThereOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SettingBook(
                List.of(DEFINITIONS.get(0), DEFINITIONS.get(0)), Map.of())).withMessage("site.name: twice - every"
                + " setting once");
    }
}
