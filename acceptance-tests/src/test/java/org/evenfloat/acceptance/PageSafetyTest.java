// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A string runs away; a person sees the countdown on whatever page, puts it off once, and sees the breaker open. */
class PageSafetyTest {

    private static final String Q1 = "document.querySelector('[data-breaker=\"Q1\"]')";

    private static void phase(Browser browser, String phase, int seconds) {
        browser.await("breaker Q1 in phase " + phase, Q1 + "?.dataset.phase === '" + phase + "'", seconds);
    }

    private static void push(Browser browser, String words) {
        String button = "[..." + Q1 + ".querySelectorAll('button')].find(each => each.innerText === '" + words + "')";
        browser.await("button " + words, button + " && !" + button + ".disabled", 10);
        browser.run(button + ".click()");
    }

    @Test
    void theCountdownIsSeenPutOffOnceAndRunsOut() throws Exception {
        try (Browser browser = Browser.start();
                Program demo = new Program(
                        "demo", "--scenario", "src/test/resources/scenarios/runaway-page.yaml", "--headless", "--port",
                        "0")) {
            browser.openPrinted(demo.awaitText("/?token=", 30));
            browser.go("#/batteries");
            browser.await("the countdown on another page",
                    "/Breaker Q1 opens in [0-5]:[0-5][0-9]/.test(document.querySelector('.trip-strip')?.innerText ?? '')",
                    240);
            browser.run("document.querySelector('.trip-strip').click()");
            phase(browser, "COUNTDOWN", 10);
            assertThat(browser.words(".countdown")).matches("[0-5]:[0-5][0-9]");
            assertThat(browser.words("[data-breaker='Q1'] .at-zero"))
                    .isEqualTo("At 0:00 the breaker cuts A1 off from load and charger at once.");
            push(browser, "Put off");
            assertThat(browser.words("dialog")).contains("This can be done once.");
            browser.run("const select = document.querySelector('dialog select'); select.value = '5';"
                    + " select.dispatchEvent(new Event('change', {bubbles: true}))");
            browser.find("dialog input[type='text']").sendKeys("I stand beside it");
            browser.run("document.querySelector('dialog button.strong').click()");
            phase(browser, "VETOED", 10);
            assertThat(browser.words("[data-breaker='Q1'] .sentence")).contains("The trip of Q1 is put off for");
            phase(browser, "OPEN", 120);
            assertThat(browser.words("[data-breaker='Q1'] .sentence")).contains("until two persons release it");
            browser.await("the status input",
                    "document.querySelector('.breaker-facts').innerText.includes('shows open')", 10);
            browser.run("document.querySelectorAll('details').forEach(each => { each.open = true; })");
            browser.await("what happened", Q1 + ".querySelector('.pasts').innerText.includes('has put the trip off')", 15);
            List<String> found = new ArrayList<>();
            for (String theme : List.of("light", "dark")) {
                browser.go("#/safety", theme);
                found.addAll(Axe.look(browser, "open breaker " + theme));
            }
            browser.go("#/safety/report");
            browser.await("the report", "document.querySelector('.paper')?.innerText.includes('Breaker Q1 is open')", 20);
            found.addAll(Axe.look(browser, "report"));
            assertThat(found).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
