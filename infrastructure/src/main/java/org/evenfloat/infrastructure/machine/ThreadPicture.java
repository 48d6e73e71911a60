// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.machine;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What every thread is doing, as text. */
final class ThreadPicture {

    private static final int DEPTH = 60;

    private ThreadPicture() {}

    static String text() {
        Map<Thread, StackTraceElement[]> all = Thread.getAllStackTraces();
        List<Thread> threads = all.keySet().stream().sorted(Comparator.comparing(Thread::getName)).toList();
        StringBuilder text = new StringBuilder(16_384);
        text.append(threads.size()).append(" threads\n");
        for (Thread thread : threads) {
            text.append("\n\"").append(thread.getName()).append("\" ").append(thread.getState())
                    .append(thread.isDaemon() ? " daemon" : "").append(" priority ").append(thread.getPriority())
                    .append('\n');
            StackTraceElement[] stack = all.get(thread);
            for (int i = 0; i < Math.min(DEPTH, stack.length); i++) {
                text.append("    at ").append(stack[i]).append('\n');
            }
        }
        return text.toString();
    }
}
