// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.health;

import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.in.AnswerReplacement;
import org.evenfloat.domain.access.Actor;

/** Lets the references of a block begin anew when somebody says that it, or its module, was replaced. */
public final class ReferencesAnew implements AnswerReplacement {

    private final AnswerReplacement answers;
    private final ResistanceBook book;

    public ReferencesAnew(AnswerReplacement answers, ResistanceBook book) {
        this.answers = answers;
        this.book = book;
    }

    @Override
    public List<Question> questions() {
        return answers.questions();
    }

    @Override
    public Optional<String> answer(Actor who, String blockId, Replaced replaced) {
        Optional<String> problem = answers.answer(who, blockId, replaced);
        if (problem.isEmpty()) {
            book.forget(blockId);
        }
        return problem;
    }
}
