// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

import java.util.Set;
import org.evenfloat.application.alarm.BackTest;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Target;
import org.evenfloat.domain.access.Verb;

/** Trying limits, for those who may change them: it changes nothing, but it costs. */
public final class GuardedBackTest {

    private final Guard guard;
    private final BackTest backTest;

    public GuardedBackTest(Guard guard, BackTest backTest) {
        this.guard = guard;
        this.backTest = backTest;
    }

    /** Looks, for somebody who may change the settings of that string. */
    public BackTest.Answer answer(Actor who, BackTest.Question question) throws HistoryFailure {
        String string = question.string().id();
        guard.require(who, Verb.CHANGE_SETTINGS, new Target("settings", "of " + string, Set.of(string)));
        return backTest.answer(question);
    }
}
