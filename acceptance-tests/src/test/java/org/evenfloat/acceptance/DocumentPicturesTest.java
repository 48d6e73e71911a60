// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Makes the pictures of the documentation anew; see docs/screenshots.sh. */
@Tag("screenshots")
class DocumentPicturesTest {

    private static final Path FOLDER = Path.of(System.getProperty("pictures", "../docs/pictures"));
    private static final int MAX_BYTES = 150_000;
    private static final int READS = 5;
    private static final String SPREAD = "Number([...document.querySelectorAll('.summary div')]"
            + ".find(each => each.querySelector('dt').innerText === 'Spread')"
            + "?.querySelector('dd').innerText.replace(/[^0-9]/g, '') || NaN)";

    private static void take(Browser browser, String name) throws IOException {
        browser.await("the page is drawn", "document.fonts.status === 'loaded'", 10);
        // The second frame after this one shows everything that is known now.
        browser.askLater("requestAnimationFrame(() => requestAnimationFrame(() => done()))", 10);
        Path file = FOLDER.resolve(name + ".png");
        SmallPng.write(browser.picture(), file);
        System.out.printf("%s %.0f kB%n", file, Files.size(file) / 1000.0);
        assertThat(Files.size(file)).as(file + " in bytes").isLessThanOrEqualTo(MAX_BYTES);
    }

    private static Program demo(String... more) throws IOException {
        String[] arguments = new String[more.length + 5];
        System.arraycopy(new String[] {"demo", "--headless", "--port", "0", "--scenario"}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return new Program(arguments);
    }

    private static void awaitLoaded(Browser browser) {
        browser.await("the chart has its history",
                "!document.querySelector('main').innerText.includes('Reading the history')", 30);
    }

    @Test
    void stringOnItsWay() throws Exception {
        try (Browser browser = Browser.start(); Program demo = demo("aged", "--speed", "600")) {
            browser.openPrinted(demo.awaitText("/?token=", 30));
            browser.size(1440, 1100);
            browser.go("#/batteries", "light");
            browser.await("apart", SPREAD + " > 100", 30);
            double wide = browser.<Number>ask(SPREAD).doubleValue();
            browser.await("half converged", SPREAD + " < " + wide * 0.4, 180);
            browser.find(".summary a").click();
            browser.await("panel with history", "document.querySelectorAll('.panel .spark canvas').length >= 1", 30);
            awaitLoaded(browser);
            take(browser, "batteries");
            browser.run("[...document.querySelectorAll('button')].find(each => each.innerText === 'Scope').click()");
            browser.size(1440, 900);
            browser.theme("dark");
            take(browser, "dark");
            browser.theme("light");
            browser.go("#/batteries/A1");
            browser.run("[...document.querySelectorAll('button')].find(each => each.innerText === 'Voltage').click()");
            browser.size(390, 844);
            awaitLoaded(browser);
            take(browser, "phone");
        }
    }

    @Test
    void siteWithFindings() throws Exception {
        try (Browser browser = Browser.start();
                Program demo = demo("src/test/resources/scenarios/findings.yaml", "--speed", "60")) {
            browser.openPrinted(demo.awaitText("/?token=", 30));
            browser.go("#/overview", "light");
            browser.await("alarms of a line and of a module", "document.querySelector('.finding.p1 .response')"
                    + " && document.querySelector('.finding.p2 .response')"
                    + " && document.querySelectorAll('.finding.p2').length === 1", 90);
            take(browser, "overview");
        }
    }

    @Test
    void breakerAboutToOpen() throws Exception {
        try (Browser browser = Browser.start();
                Program demo = demo("src/test/resources/scenarios/runaway-page.yaml")) {
            browser.openPrinted(demo.awaitText("/?token=", 30));
            browser.go("#/safety", "light");
            browser.await("the countdown",
                    "document.querySelector('[data-breaker=Q1]')?.dataset.phase === 'COUNTDOWN'", 240);
            browser.await("the rises", "document.querySelector('.rises canvas')", 10);
            take(browser, "safety");
        }
    }

    @Test
    void interfacesWithSomebodyWhoReads() throws Exception {
        try (Browser browser = Browser.start(); Program demo = demo("aged", "--modules", "24", "--speed", "60")) {
            browser.openPrinted(demo.awaitText("/?token=", 30));
            int port = Integer.parseInt(demo.awaitText("MODBUS  ", 30).replaceAll(".* -p (\\d+) .*", "$1"));
            browser.size(1440, 1000);
            browser.go("#/interfaces", "light");
            for (int i = 0; i < READS; i++) {
                Mbpoll.tcp(port).registers(1000, 20);
            }
            browser.await("the client", "document.querySelector('.clients tbody tr')", 20);
            browser.find("input[type=search][aria-label='Block, name or address']").sendKeys("A1-3");
            browser.await("the block", "document.querySelector('.points tbody .c1')?.innerText.includes('A1-3')", 20);
            browser.run("document.activeElement.blur()");
            take(browser, "interfaces");
        }
    }

    @Test
    void wall() throws Exception {
        try (Browser browser = Browser.start(); Program demo = demo("fresh", "--strings", "2", "--speed", "120")) {
            browser.openPrinted(demo.awaitText("/?token=", 30));
            browser.size(1920, 1080);
            browser.go("#/wall", "light");
            browser.await("all strings", "[...document.querySelectorAll('.wall .facts')].length === 2"
                    + " && !document.querySelector('.wall').innerText.includes('not measured')", 60);
            take(browser, "wall");
        }
    }

    @Test
    void sixHundredBlocks() throws Exception {
        try (Browser browser = Browser.start(); Program demo = demo("fresh", "--modules", "600", "--speed", "120")) {
            browser.openPrinted(demo.awaitText("/?token=", 30));
            browser.go("#/batteries", "light");
            browser.await("apart", SPREAD + " > 50", 60);
            browser.run("window.from = performance.now()");
            browser.await("some history", "performance.now() - window.from > 20000", 60);
            awaitLoaded(browser);
            take(browser, "600-blocks");
        }
    }
}
