// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** An alarm reaches whoever looks at any page, is acknowledged by keys alone, and is told to be gone. */
class PageAlarmsTest {

    private static final String ROW = "document.querySelector('.alarm-rows li[data-id=\"module-lost/A1-7\"]')";

    @Test
    void anAlarmIsSeenEverywhereAndAcknowledgedByKeys() throws Exception {
        try (Browser browser = Browser.start();
                Program demo = new Program("demo", "--scenario", "lost-module", "--headless", "--port", "0")) {
            browser.openPrinted(demo.awaitText("/?token=", 30));
            browser.go("#/lines");
            browser.await("banner with the lost module",
                    "document.querySelector('.banner .first')?.innerText.includes('A1-7')", 60);
            assertThat(browser.words(".banner")).contains("does not answer");
            browser.run("document.activeElement?.blur()");
            browser.press("g", "n");
            browser.await("row of the alarm", ROW, 20);
            assertThat(browser.<String>ask(ROW + ".innerText")).contains("Check its cable and fuse");
            browser.press(Keys.ARROW_DOWN);
            browser.await("the row has the keys", "document.activeElement === " + ROW, 10);
            browser.press(Keys.ENTER);
            browser.await("it is acknowledged and stands on",
                    "!document.querySelector('.banner .lamp.open') && " + ROW, 10);
            browser.await("it is gone when the module answers again",
                    "!" + ROW + " && !document.querySelector('.banner.on')", 60);
            browser.go("#/alarms/history");
            browser.await("the history tells of it", "/Acknowledged by console/.test(document.body.innerText)"
                    + " && /Gone: /.test(document.body.innerText)", 20);
        }
    }
}
