// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A person watches on the page how an aged string comes together. */
class PageConvergesTest {

    private static final String SPREAD = "Number([...document.querySelectorAll('.summary div')]"
            + ".find(each => each.querySelector('dt').innerText === 'Spread')"
            + "?.querySelector('dd').innerText.replace(/[^0-9]/g, '') || NaN)";

    @Test
    void spreadFallsUntilTheStringIsHeld() throws Exception {
        try (Browser browser = Browser.start();
                Program demo = new Program("demo", "--scenario", "aged", "--headless", "--port", "0", "--speed", "1500",
                        "--modules", "24")) {
            browser.openPrinted(demo.awaitText("/?token=", 30));
            browser.go("#/batteries");
            browser.await("the blocks lie apart", SPREAD + " > 200", 30);
            long wide = browser.<Number>ask(SPREAD).longValue();
            assertThat(browser.words(".summary")).contains("bringing the blocks together");
            browser.await("half as wide", SPREAD + " < " + wide / 2, 60);
            browser.await("held", "document.querySelector('.summary').innerText.includes('holding, converged since')", 120);
            assertThat(browser.<Number>ask(SPREAD).longValue()).as("spread in mV when held").isLessThan(30);
            browser.go("#/overview");
            browser.await("calm in words", "document.querySelector('.sentences').innerText"
                    + ".includes('All 24 blocks are measured and within the band.')", 10);
        }
    }
}
