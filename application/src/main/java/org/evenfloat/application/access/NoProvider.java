// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

import java.util.Optional;
import org.evenfloat.application.port.in.SignIn;
import org.evenfloat.application.port.in.SignInElsewhere;

/** Stands where there is no identity provider: no button, and nobody comes in this way. */
public final class NoProvider implements SignInElsewhere {

    private static final String SENTENCE = "The site file names no identity provider (sign-in, oidc).";

    @Override
    public Optional<String> button() {
        return Optional.empty();
    }

    @Override
    public Begun begin() {
        return new Begun("", "", 0, SENTENCE);
    }

    @Override
    public SignIn.Answer finish(String binding, String state, String code, String from) {
        return new SignIn.Answer(SignIn.Verdict.DENIED, SENTENCE, "", 0, 0);
    }
}
