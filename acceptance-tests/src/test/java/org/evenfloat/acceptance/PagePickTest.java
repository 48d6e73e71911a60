// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A block is picked in each way there is, and its panel says what is known of it; everything works by keys alone. */
class PagePickTest {

    private static Browser browser;
    private static Program demo;

    @BeforeAll
    static void open() throws Exception {
        browser = Browser.start();
        demo = new Program("demo", "--scenario", "aged", "--headless", "--port", "0", "--speed", "600");
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
    void begin() {
        browser.go("#/overview");
        browser.await("overview", "document.querySelector('.card.string')", 10);
        browser.run("document.activeElement?.blur()");
    }

    private static void awaitPanel(int block) {
        browser.await("panel of block " + block, "document.querySelector('.panel h2')?.innerText.startsWith('Block "
                + block + " of ')", 10);
        assertThat(browser.<String>ask("location.hash")).isEqualTo("#/batteries/A1/A1-" + block);
    }

    private static void awaitNoPanel() {
        browser.await("panel is put away", "location.hash === '#/batteries/A1' && !document.querySelector('.panel')", 10);
    }

    private static void toBatteries() {
        browser.go("#/batteries/A1");
        browser.await("table without a panel", "document.querySelectorAll('.table tr.row').length > 8"
                + " && !document.querySelector('.panel')", 10);
    }

    @Test
    void rowOfTheTableOpensThePanelWithValuesAndHistory() {
        toBatteries();
        browser.find(".table tr.row:nth-of-type(5) td.voltage").click();
        awaitPanel(5);
        assertThat(browser.words(".panel .big")).matches("(?s)1[0-9]\\.[0-9]{3}\\hV\\s.*V from the target");
        assertThat(browser.words(".panel")).contains("Temperature", "Resistance", "Duty", "C20", "L1, 5");
        assertThat(browser.words(".table tr.picked th")).isEqualTo("5");
        browser.await("serial number",
                "/Serial number\\s+[0-9A-F]{6,}/i.test(document.querySelector('.panel').innerText)", 20);
        String spark = "document.querySelector('.panel canvas[aria-label=\"Voltage, last 24 h\"]')";
        browser.await("history in the panel", spark, 70);
        assertThat(browser.<Boolean>ask("(canvas => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)"
                + ".data.some(value => value !== 0))(" + spark + ")")).as("something is drawn").isTrue();
        browser.press(Keys.ESCAPE);
        awaitNoPanel();
    }

    @Test
    void keysOnTheMapMoveAndPick() {
        toBatteries();
        browser.run("document.querySelector('.map canvas').focus()");
        browser.press(Keys.HOME);
        browser.await("reading of block 1",
                "/^Block 1: .*V · .*V$/.test(document.querySelector('.reading').innerText)", 10);
        browser.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_LEFT);
        browser.await("reading of block 2", "document.querySelector('.reading').innerText.startsWith('Block 2: ')", 10);
        browser.press(Keys.ARROW_DOWN);
        browser.await("a row further down",
                "Number(/^Block (\\d+):/.exec(document.querySelector('.reading').innerText)[1]) > 3", 10);
        browser.press(Keys.END);
        browser.await("reading of the last block",
                "document.querySelector('.reading').innerText.startsWith('Block 64: ')", 10);
        browser.press(Keys.ENTER);
        awaitPanel(64);
        browser.press("k");
        awaitPanel(63);
        browser.press("j");
        awaitPanel(64);
        browser.press(Keys.ESCAPE);
        awaitNoPanel();
    }

    @Test
    void anAddressOpensItsBlock() {
        String address = browser.ask("location.origin + '/#/batteries/A1/A1-17'");
        browser.open("about:blank");
        browser.open(address);
        awaitPanel(17);
        assertThat(browser.<String>ask("document.title")).startsWith("Batteries");
    }

    @Test
    void skipLinkAndRailComeFirst() {
        browser.run("location.reload()");
        browser.await("overview", "document.querySelector('.card.string .facts')", 20);
        browser.press(Keys.TAB);
        assertThat(browser.<String>ask("document.activeElement.innerText.trim()")).isEqualTo("Skip to the content");
        assertThat(browser.<Boolean>ask("document.activeElement.getBoundingClientRect().left >= 0"))
                .as("it is seen").isTrue();
        browser.press(Keys.ENTER);
        assertThat(browser.<String>ask("document.activeElement.id")).isEqualTo("main");
        for (String place : browser.pages()) {
            browser.go("#/overview");
            browser.await("rail", "document.querySelector('nav.rail') && location.hash === '#/overview'", 10);
            browser.run("document.querySelector('.choices summary').focus()");
            for (int tabs = 0; tabs < 40; tabs++) {
                browser.press(Keys.TAB);
                if (place.equals(browser.ask("document.activeElement.getAttribute('href')"))
                        && browser.<Boolean>ask("document.activeElement.closest('nav.rail') !== null")) {
                    break;
                }
            }
            browser.press(Keys.ENTER);
            browser.await(place + " by Tab and Enter", "location.hash === '" + place + "'", 10);
        }
        browser.press(Keys.ESCAPE);
        browser.await("Esc leaves the wall", "document.querySelector('nav.rail')", 10);
    }

    @Test
    void searchIsAKeyAway() {
        browser.press("/");
        assertThat(browser.<String>ask("document.activeElement.id")).isEqualTo("search");
        browser.press("block 17");
        browser.await("hits", "document.querySelector('#search-hits li')?.innerText.includes('A1-17')", 10);
        browser.press(Keys.ENTER);
        awaitPanel(17);
        browser.press("/", "nothing of this kind");
        browser.await("says that nothing was found",
                "document.querySelector('#search-hits').innerText === 'Nothing found'", 10);
        browser.press(Keys.ESCAPE);
        browser.await("list is closed", "document.querySelector('#search').value === ''", 10);
        browser.press("/", "batter", Keys.ARROW_DOWN, Keys.ARROW_UP, Keys.ENTER);
        browser.await("page", "location.hash === '#/batteries'", 10);
    }

    @Test
    void pagesAndTheListOfKeysHaveKeys() {
        browser.press("g", "b");
        browser.await("batteries", "location.hash === '#/batteries'", 10);
        browser.press("g", "o");
        browser.await("overview", "location.hash === '#/overview'", 10);
        browser.press("?");
        browser.await("list of keys", "document.querySelector('dialog.keys').open", 10);
        assertThat(browser.words("dialog.keys")).contains("g b", "Esc");
        browser.press(Keys.ESCAPE);
        browser.await("list is closed", "!document.querySelector('dialog.keys').open", 10);
        browser.press("g", "w");
        browser.await("wall", "document.querySelector('main.wall')", 10);
        browser.press(Keys.ESCAPE);
        browser.await("overview", "location.hash === '#/overview'", 10);
    }
}
