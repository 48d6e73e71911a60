// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Four modules have lost their addresses; a person finds them and addresses them anew, button by button. */
class PageAddressingTest {

    private static final String WORK = "document.querySelector('.work')?.innerText ?? ''";

    private static void push(Browser browser, String words) {
        String button = "[...document.querySelectorAll('button')].find(each => each.innerText === '" + words + "')";
        browser.await("button " + words, button + " && !" + button + ".disabled", 10);
        browser.run(button + ".click()");
    }

    @Test
    void modulesAreFoundAddressedAndMeasuredAgain() throws Exception {
        try (Browser browser = Browser.start();
                Program demo = new Program(
                        "demo", "--scenario", "addressing", "--headless", "--port", "0", "--speed", "4")) {
            browser.openPrinted(demo.awaitText("/?token=", 30));
            browser.await("the fault has happened", "document.querySelector('.sentences').innerText"
                    + ".includes('4 blocks of String A1 are not measured: 5, 6, 7, 8.')", 40);
            browser.go("#/modules");
            push(browser, "Scan");
            browser.await("scan", "(" + WORK + ").includes('4 without an address')", 60);
            push(browser, "Address by button");
            assertThat(browser.words("dialog")).contains("flash red once a second");
            push(browser, "Start");
            browser.await("which button comes first",
                    "(" + WORK + ").includes('Press the button of block A1-5. It gets address 5.')", 60);
            browser.await("all given", "(" + WORK + ").includes('4 of 4 addresses are given.')", 90);
            assertThat(browser.<Number>ask("document.querySelectorAll('.work tbody tr').length").intValue()).isEqualTo(4);
            browser.run("[...document.querySelectorAll('table.list button')]"
                    + ".find(each => each.getAttribute('aria-label') === 'Blink the LED of A1-6').click()");
            browser.await("blinks", "document.querySelector('.reading').innerText"
                    + ".startsWith('The LED of A1-6 shows red and green')", 10);
            browser.go("#/overview");
            browser.await("everything is measured again",
                    "/All 16 blocks are measured/.test(document.querySelector('.sentences').innerText)", 40);
        }
    }
}
