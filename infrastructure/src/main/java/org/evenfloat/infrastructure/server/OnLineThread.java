// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.server;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.evenfloat.application.port.out.LineFailure;

/** Questions that are answered on a line's own thread, and the waiting for their answers on the asking one. */
final class OnLineThread {

    private OnLineThread() {}

    /** Something to be done on the line. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws LineFailure;
    }

    /** Hands a question to a line's thread; never waits. The answer fails at once when the line has no room for it. */
    static <T> CompletableFuture<T> ask(Lines.Line line, Question<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        boolean taken = line.thread().submit(() -> {
            // Nobody waits any more for what was asked too long ago: it is not done behind his back.
            if (!answer.isDone()) {
                complete(answer, question);
            }
        });
        if (!taken) {
            answer.cancel(false);
        }
        return answer;
    }

    private static <T> void complete(CompletableFuture<T> answer, Question<T> question) {
        try {
            answer.complete(question.ask());
        } catch (LineFailure failure) {
            answer.completeExceptionally(failure);
        } catch (RuntimeException fault) {
            answer.completeExceptionally(fault);
            throw fault;
        }
    }

    /** Returns the answer, or empty when it has not come in time; it is given up then. */
    static <T> Optional<T> await(CompletableFuture<T> answer, long patienceMillis) throws LineFailure {
        try {
            return Optional.of(answer.get(Math.max(0, patienceMillis), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (TimeoutException busy) {
            answer.cancel(false);
            return Optional.empty();
        } catch (CancellationException noRoom) {
            return Optional.empty();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof LineFailure failure) {
                throw failure;
            }
            throw new IllegalStateException(failed);
        }
    }
}
