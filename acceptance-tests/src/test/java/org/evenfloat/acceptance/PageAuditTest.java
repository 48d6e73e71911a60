// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person looks at who did what, filters, goes back, and lets the server check it, before and after a change. */
class PageAuditTest {

    private static final String ROWS = "document.querySelectorAll('.audit tbody tr').length";

    @TempDir
    private Path home;

    private static void push(Browser browser, String words) {
        browser.run("[...document.querySelectorAll('button')].find(each => each.innerText === '" + words + "').click()");
    }

    @Test
    void entriesAreShownFilteredAndChecked() throws Exception {
        try (Browser browser = Browser.start();
                Program demo = new Program("demo", "--headless", "--port", "0", "--folder", home.toString())) {
            browser.openPrinted(demo.awaitText("/?token=", 30));
            Api api = new Api(demo.awaitText("Bearer", 30));
            for (int i = 0; i < 104; i++) {
                assertThat(api.post("lines/L1/work/stop", "{}")).isEqualTo(200);
            }
            assertThat(api.post("lines/L1/blink", "{\"address\": 1, \"seconds\": 1}")).isEqualTo(200);
            browser.go("#/audit");
            browser.await("the newest hundred", ROWS + " === 100", 20);
            assertThat(browser.words(".audit tbody tr")).contains("105", "console", "let a module blink", "line L1", "done");
            push(browser, "Older");
            browser.await("the rest", ROWS + " === 105", 20);
            browser.find("input[type=search][aria-label='Filter what is shown']").sendKeys("blink");
            browser.await("filtered", ROWS + " === 1", 10);
            push(browser, "Check all links");
            browser.await("checked", "document.querySelector('.finding.p4')?.innerText"
                    + ".includes('All links hold: 105 entries')", 30);
            Path file = home.resolve("data").resolve("audit").resolve("audit-000001.jsonl");
            Files.writeString(file, Files.readString(file).replace("\"number\":7,", "\"number\":8,"));
            push(browser, "Check all links");
            browser.await("found", "document.querySelector('.finding.p1')?.innerText.includes('not as it was written')", 30);
            assertThat(browser.words("main")).contains("line 7, entry 8", "it was changed");
        }
    }
}
