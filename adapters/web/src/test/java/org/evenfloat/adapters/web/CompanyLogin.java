// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.in.SignIn.Answer;
import org.evenfloat.application.port.in.SignIn.Verdict;
import org.evenfloat.application.port.in.SignInElsewhere;

/** An identity provider that lets in whoever comes back with binding, state and code, and notes who came. */
final class CompanyLogin implements SignInElsewhere {

    final List<String> finished = new ArrayList<>();
    Optional<String> button = Optional.of("Company login");
    Begun begun = new Begun("https://login.example.org/authorize?state=s1", "b1", 600, "");
    Answer denied = new Answer(Verdict.DENIED, "Not <so> & never.", "", 0, 0);

    @Override
    public Optional<String> button() {
        return button;
    }

    @Override
    public Begun begin() {
        return begun;
    }

    @Override
    public Answer finish(String binding, String state, String code, String from) {
        finished.add(binding + " " + state + " " + code + " from " + from);
        return binding.equals("b1") && state.equals("s1") && code.equals("c1")
                ? new Answer(Verdict.WELCOME, "", "the-session", 1, 0) : denied;
    }
}
