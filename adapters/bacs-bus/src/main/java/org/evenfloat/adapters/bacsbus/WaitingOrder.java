// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.util.concurrent.CompletableFuture;
import org.evenfloat.application.port.out.RelayAnswer;
import org.evenfloat.application.port.out.RelayAnswer.Outcome;
import org.evenfloat.application.port.out.RelayOrder;

/** An order on its way and its answer. What nobody waits for any more is not sent behind his back. */
final class WaitingOrder {

    private final RelayOrder order;
    private final CompletableFuture<RelayAnswer> answer = new CompletableFuture<>();
    private boolean begun;

    WaitingOrder(RelayOrder order) {
        this.order = order;
    }

    RelayOrder order() {
        return order;
    }

    CompletableFuture<RelayAnswer> answer() {
        return answer;
    }

    /** Begins to send it; returns false when it was given up. */
    synchronized boolean begin() {
        begun = !answer.isDone();
        return begun;
    }

    /** Gives it up when it has no answer yet. */
    synchronized void giveUp(String why) {
        end(begun ? Outcome.SILENT : Outcome.NOT_SENT, why);
    }

    void done(int energised) {
        answer.complete(new RelayAnswer(Outcome.DONE, energised, ""));
    }

    void end(Outcome outcome, String why) {
        answer.complete(new RelayAnswer(outcome, 0, why));
    }
}
