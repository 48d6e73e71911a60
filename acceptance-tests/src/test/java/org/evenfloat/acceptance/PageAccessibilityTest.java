// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** axe-core finds nothing against WCAG 2.2 AA, on any page. It does not look into canvases: the table holds their values. */
class PageAccessibilityTest {

    private static final String LOOK = """
            axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(found => done(
              found.violations.flatMap(rule => rule.nodes.map(node =>
                rule.id + ' (' + rule.help + '): ' + node.target.join(' ') + ' ' + node.any.map(each => each.message).join('; ')
              )).concat(found.passes.length > 5 ? [] : ['only ' + found.passes.length + ' rules had anything to look at'])));
            """;

    private static Browser browser;
    private static Program demo;
    private static String axe;

    @BeforeAll
    static void open() throws Exception {
        browser = Browser.start();
        axe = script();
        demo = new Program("demo", "--scenario", "src/test/resources/scenarios/findings.yaml", "--headless", "--port", "0");
        browser.openPrinted(demo.awaitText("/?token=", 30));
    }

    @AfterAll
    static void end() throws Exception {
        if (demo != null) {
            demo.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void closeEverything() {
        browser.run("document.querySelectorAll('dialog[open]').forEach(each => each.close());"
                + "document.querySelectorAll('details').forEach(each => { each.open = false; })");
        browser.go("#/overview");
    }

    private static String script() throws IOException {
        try (InputStream in = PageAccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void look(String where, List<String> found) {
        browser.run("window.axe ?? (() => {" + axe + "\n})()");
        List<String> here = browser.askLater(LOOK, 30);
        here.forEach(each -> found.add(where + ": " + each));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyPageIsWithoutFindings(String theme) {
        List<String> found = new ArrayList<>();
        for (String place : places()) {
            browser.go(place, theme);
            look(place + " " + theme, found);
        }
        assertThat(found).isEmpty();
    }

    private static List<String> places() {
        browser.go("#/overview", "light");
        browser.await("a finding", "document.querySelector('.finding.p2')", 30);
        List<String> places = new ArrayList<>(browser.pages());
        places.add("#/batteries/A1/A1-3");
        return places;
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void openListsAreWithoutFindings(String theme) {
        List<String> found = new ArrayList<>();
        browser.go("#/batteries/A1", theme);
        browser.find("#search").sendKeys("block 1");
        browser.await("hits", "document.querySelectorAll('#search-hits li').length > 3", 10);
        look("search " + theme, found);
        browser.find("#search").clear();
        browser.find("#search").sendKeys("no such thing");
        look("search without hits " + theme, found);
        browser.run("document.querySelector('#search').blur()");
        browser.run("document.querySelectorAll('details').forEach(each => { each.open = true; })");
        look("menus " + theme, found);
        browser.press("?");
        browser.await("list of keys", "document.querySelector('dialog.keys').open", 10);
        look("keys " + theme, found);
        assertThat(found).isEmpty();
    }

    @Test
    void aPhoneIsWithoutFindings() {
        List<String> found = new ArrayList<>();
        List<String> places = places();
        browser.size(390, 844);
        try {
            for (String place : places) {
                browser.go(place, "light");
                look(place + " on a phone", found);
                assertThat(browser.<Number>ask("document.documentElement.scrollWidth").intValue())
                        .as(place + ": nothing lies beside a phone's screen, px").isLessThanOrEqualTo(390);
            }
        } finally {
            browser.size(1440, 900);
        }
        assertThat(found).isEmpty();
    }
}
