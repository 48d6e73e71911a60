// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Settings on the page: found, drafted, refused, applied, seen everywhere at once, rolled back, taken from a file. */
class PageConfigurationTest {

    private static Browser browser;
    private static Program demo;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() throws Exception {
        browser = Browser.start();
        demo = new Program("demo", "--scenario", "aged", "--headless", "--port", "0", "--speed", "60");
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

    private static void type(String key, String text) {
        String field = "[id='setting-" + key + "']";
        browser.await("field of " + key, "document.querySelector(\"" + field + "\")", 10);
        browser.find(field).sendKeys(Keys.chord(Keys.CONTROL, "a"), text.isEmpty() ? Keys.BACK_SPACE : text);
    }

    private static void find(String words) {
        browser.find(".settings input[type=search]").sendKeys(Keys.chord(Keys.CONTROL, "a"), words);
    }

    private static void awaitWords(String selector, String words) {
        browser.await(words + " in " + selector, "document.querySelector(\"" + selector + "\")?.innerText.includes(\""
                + words + "\")", 15);
    }

    private static void press(String name) {
        browser.run("[...document.querySelectorAll('main button')].find(each => each.innerText === '" + name + "').click()");
    }

    @Test
    void draftsAppliesRollsBackAndImports() throws Exception {
        browser.go("#/configuration");
        browser.await("settings", "document.querySelectorAll('.setting').length > 3", 20);
        assertThat(browser.<Long>ask("document.querySelectorAll('.draft').length")).isZero();

        type("site.name", "Nord");
        type("strings.A1.name", "Upper rack");
        find("label A1-7");
        type("blocks.A1-7.label", "Rack 4");
        awaitWords(".draft summary", "3 changes");
        assertThat(browser.<Boolean>ask("document.querySelector('.draft .strong').disabled")).as("no why yet").isTrue();
        press("Check");
        awaitWords(".draft", "3 settings would change");
        browser.find(".draft input").sendKeys("racks were moved", Keys.ENTER);
        awaitWords(".draft", "Version 1 is in force.");
        awaitWords(".top .site", "Nord");
        awaitWords(".versions", "racks were moved");

        browser.go("#/batteries/A1/A1-7");
        awaitWords(".panel h2", "Block 7 of Upper rack");
        awaitWords(".panel h2", "Rack 4");
        awaitWords(".table td.label", "");

        browser.go("#/configuration");
        browser.await("settings", "document.querySelectorAll('.setting').length > 3", 20);
        type("lines.L1.resistance-period", "5 min");
        browser.find(".draft input").sendKeys("too often", Keys.ENTER);
        awaitWords(".draft .failure", "off, or a time such as 12 h, 1 h to 60 d");
        press("Discard");
        browser.await("no draft", "!document.querySelector('form.draft')", 10);

        browser.find("[aria-label='Roll back to version 0']").click();
        browser.find("dialog .why input").sendKeys("back in place", Keys.ENTER);
        awaitWords(".versions", "back in place");
        browser.await("old name", "!document.querySelector('.top .site').innerText.includes('Nord')", 15);

        Path file = folder.resolve("settings.yaml");
        Files.writeString(file, "evenfloat-settings: 1\nsettings:\n  blocks.A1-1.label: S/N 4711\n");
        browser.find(".exchange input[type=file]").sendKeys(file.toString());
        awaitWords("dialog .difference", "blocks.A1-1.label");
        browser.find("dialog .why input").sendKeys("labels", Keys.ENTER);
        awaitWords(".exchange", "Version 3 is in force.");
        Files.writeString(file, "evenfloat-settings: 1\nsettings:\n  strings.A1.equalizing: x\n");
        browser.find(".exchange input[type=file]").sendKeys(file.toString());
        awaitWords(".exchange .failure", "line 3, strings.A1.equalizing");
        assertThat(browser.complaints().stream().filter(told -> !told.contains("400"))).isEmpty();
    }
}
