// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.in.AnswerReplacement;
import org.evenfloat.domain.access.Actor;
import org.junit.jupiter.api.Test;

class ReferencesAnewTest {

    private final ResistanceBook book = new ResistanceBook();
    private final AnswerReplacement replacement = new ReferencesAnew(new AnswerReplacement() {
        @Override
        public List<Question> questions() {
            return List.of();
        }

        @Override
        public Optional<String> answer(Actor who, String blockId, Replaced replaced) {
            return blockId.equals("A1-1") ? Optional.empty() : Optional.of("no such question");
        }
    }, book);

    @Test
    void onlyWhatWasReplacedIsForgotten() {
        book.measured("A1-1", 7, 1_900_000_000_000L, 5_000, 2_500);
        book.measured("A1-2", 8, 1_900_000_000_000L, 5_000, 2_500);
        assertThat(replacement.answer(Actor.server(), "A1-1", AnswerReplacement.Replaced.BLOCK)).isEmpty();
        assertThat(replacement.answer(Actor.server(), "A1-2", AnswerReplacement.Replaced.BLOCK)).isPresent();
        assertThat(book.kept()).extracting(kept -> kept.block()).containsExactly("A1-2");
    }
}
