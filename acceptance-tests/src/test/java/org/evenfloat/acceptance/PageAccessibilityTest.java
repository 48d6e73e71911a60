// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** axe-core finds nothing, on any page and with anything open. */
class PageAccessibilityTest {

    private static Browser browser;
    private static Program demo;

    @BeforeAll
    static void open() throws Exception {
        browser = Browser.start();
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

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyPageIsWithoutFindings(String theme) {
        List<String> found = new ArrayList<>();
        for (String place : places()) {
            browser.go(place, theme);
            found.addAll(Axe.look(browser, place + " " + theme));
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
        found.addAll(Axe.look(browser, "search " + theme));
        browser.find("#search").clear();
        browser.find("#search").sendKeys("no such thing");
        found.addAll(Axe.look(browser, "search without hits " + theme));
        browser.find("#search").sendKeys(Keys.ESCAPE);
        browser.run("document.querySelectorAll('details').forEach(each => { each.open = true; })");
        found.addAll(Axe.look(browser, "menus " + theme));
        browser.press("?");
        browser.await("list of keys", "document.querySelector('dialog.keys').open", 10);
        found.addAll(Axe.look(browser, "keys " + theme));
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
                found.addAll(Axe.look(browser, place + " on a phone"));
                assertThat(browser.<Number>ask("document.documentElement.scrollWidth").intValue())
                        .as(place + ": nothing lies beside a phone's screen, px").isLessThanOrEqualTo(390);
            }
        } finally {
            browser.size(1440, 900);
        }
        assertThat(found).isEmpty();
    }
}
