// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Looks at a page with axe-core, against WCAG 2.2 AA. It does not look into canvases: the table holds their values. */
final class Axe {

    private static final String LOOK = """
            axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(found => done(
              found.violations.flatMap(rule => rule.nodes.map(node =>
                rule.id + ' (' + rule.help + '): ' + node.target.join(' ') + ' '
                + node.any.map(each => each.message).join('; ')
              )).concat(found.passes.length > 5 ? [] : ['only ' + found.passes.length + ' rules had anything to look at'])));
            """;

    private static final String SCRIPT = script();

    private Axe() {}

    private static String script() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what it finds on the page as it stands, each with where it was looked. */
    static List<String> look(Browser browser, String where) {
        browser.run("window.axe ?? (() => {" + SCRIPT + "\n})()");
        return browser.<List<String>>askLater(LOOK, 30).stream().map(each -> where + ": " + each).toList();
    }
}
