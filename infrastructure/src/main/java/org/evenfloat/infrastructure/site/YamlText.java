// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Turns the text of a site file into nodes that know where they stand. No anchors, aliases and tags: they make a
 * small file large and place a mistake where nobody made it.
 */
final class YamlText {

    /** The largest file that is read, in bytes. */
    static final int MAX_BYTES = 4 * 1024 * 1024;
    /** The deepest nesting; a site file needs seven levels. */
    static final int MAX_DEPTH = 16;
    /** 64 lines of 2,000 modules, each written as a segment of its own, make half as many. */
    static final int MAX_EVENTS = 300_000;

    private static final String SYNTAX =
            "YAML 1.2: spaces before a key, never tabs, and quotes around a text with \": \" or \" #\" in it";

    private final ProblemList problems;

    YamlText(ProblemList problems) {
        this.problems = problems;
    }

    /** Returns the outermost node, or empty after saying why there is none. */
    Optional<Node> compose(String text) {
        // The whole text in one buffer: with a small one the time of a long token grows with its square.
        LoadSettings settings = LoadSettings.builder().setLabel("site file").setCodePointLimit(MAX_BYTES + 1)
                .setBufferSize(text.length() + 2).build();
        try {
            if (!harmless(text, settings)) {
                return Optional.empty();
            }
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                reject(1, 1, "nothing", "a site file");
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            reject(line(mark), column(mark), e.getProblem(), SYNTAX);
        } catch (ReaderException e) {
            int line = (int) text.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count() + 1;
            reject(line, 1, String.format("character U+%04X", e.getCodePoint()), "text without control characters");
        }
        return Optional.empty();
    }

    /** Looks through the events first: composing goes as deep as the file does. */
    private boolean harmless(String text, LoadSettings settings) {
        int depth = 0;
        int events = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (++events > MAX_EVENTS) {
                return refuse(event, "more than " + MAX_EVENTS + " keys and values", "fewer");
            }
            if (depth > MAX_DEPTH) {
                return refuse(event, "more than " + MAX_DEPTH + " levels", "at most " + MAX_DEPTH + " levels");
            }
            if (event instanceof AliasEvent || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
                return refuse(event, "an anchor or alias",
                        "values written out; a text beginning with & or * in quotes");
            }
            if (tagged(event)) {
                return refuse(event, "a tag", "plain values; a text beginning with ! in quotes");
            }
        }
        return true;
    }

    private static boolean tagged(Event event) {
        return event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                || event instanceof CollectionStartEvent collection && collection.getTag().isPresent();
    }

    private boolean refuse(Event event, String given, String allowed) {
        reject(line(event.getStartMark()), column(event.getStartMark()), given, allowed);
        return false;
    }

    private void reject(int line, int column, String given, String allowed) {
        problems.add(new SiteFileProblem(line, column, "", given, allowed));
    }

    /** Returns the line of a mark as editors count it. */
    static int line(Optional<Mark> mark) {
        return mark.map(m -> m.getLine() + 1).orElse(0);
    }

    /** Returns the column of a mark as editors count it. */
    static int column(Optional<Mark> mark) {
        return mark.map(m -> m.getColumn() + 1).orElse(0);
    }
}
