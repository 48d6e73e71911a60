// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application;

import java.util.ArrayList;
import java.util.List;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.domain.event.EventKind;

/** Keeps events as {@code KIND subject}, and their texts. */
public final class EventLog implements EventSink {

    private final List<String> heads = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    @Override
    public void happened(EventKind kind, String subject, String text) {
        heads.add((kind + " " + subject).trim());
        texts.add(text);
    }

    /** Returns all events as {@code KIND subject}, in order. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    /** Returns the events of that kind. */
    public List<String> heads(EventKind kind) {
        return heads.stream().filter(head -> head.split(" ")[0].equals(kind.name())).toList();
    }

    /** Returns the text of the last event of that kind. */
    public String text(EventKind kind) {
        for (int i = heads.size() - 1; i >= 0; i--) {
            if (heads.get(i).split(" ")[0].equals(kind.name())) {
                return texts.get(i);
            }
        }
        throw new AssertionError("no event " + kind + " among " + heads);
    }

    /** Forgets everything. */
    public void clear() {
        heads.clear();
        texts.clear();
    }
}
