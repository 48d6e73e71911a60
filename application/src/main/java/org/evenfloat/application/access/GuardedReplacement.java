// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenfloat.application.port.in.AnswerReplacement;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Verb;
import org.evenfloat.domain.topology.Site;

/** Answers about what was replaced, from those who may give them. */
public final class GuardedReplacement implements AnswerReplacement {

    private final Guard guard;
    private final BlockTargets blocks;
    private final AnswerReplacement replacement;

    public GuardedReplacement(Guard guard, Site site, AnswerReplacement replacement) {
        this.guard = guard;
        this.blocks = new BlockTargets(site);
        this.replacement = replacement;
    }

    @Override
    public List<Question> questions() {
        return replacement.questions();
    }

    @Override
    public Optional<String> answer(Actor who, String blockId, Replaced replaced) {
        String wanted = "the " + replaced.name().toLowerCase(Locale.ROOT) + " was replaced";
        return guard.perform(who, Verb.ANSWER_REPLACEMENT, blocks.of(blockId), wanted,
                () -> replacement.answer(who, blockId, replaced),
                problem -> problem.map(Deed::failed).orElseGet(() -> Deed.done(wanted)));
    }
}
