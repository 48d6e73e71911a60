// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person sees who reads the site, what they see, takes the map along, and learns how a protocol is enabled. */
class PageInterfacesTest {

    private static final String ROWS = "document.querySelectorAll('.points tbody tr').length";
    private static final String SEARCH = "input[type=search][aria-label='Block, name or address']";
    private static final int VOLTAGE_OF_THIRD = 10_016;

    @TempDir
    private Path home;

    private static String fact(String name) {
        return "[...document.querySelectorAll('[data-protocol=modbus] dl.pairs div')].find("
                + "each => each.querySelector('dt').innerText === '" + name + "').querySelector('dd').innerText";
    }

    private static String cell(int column) {
        return "document.querySelector('.points tbody .c" + column + "').innerText";
    }

    @Test
    void whoReadsAndWhatTheySeeIsShown() throws Exception {
        try (Browser browser = Browser.start();
                Program demo = new Program("demo", "--scenario", "fresh", "--headless", "--port", "0", "--folder",
                        home.toString())) {
            browser.openPrinted(demo.awaitText("/?token=", 30));
            String printed = demo.awaitText("MODBUS  ", 30);
            int port = Integer.parseInt(printed.replaceAll(".* -p (\\d+) .*", "$1"));
            browser.press("g");
            browser.press("i");
            browser.await("the card", "document.querySelector('[data-protocol=modbus]')", 20);
            assertThat(browser.words("[data-protocol=modbus]")).contains("serving", "127.0.0.1:" + port, "May write",
                    "nobody", "Nobody has asked since the server was started.", "mbpoll -m tcp -p " + port);

            Mbpoll mbpoll = Mbpoll.tcp(port);
            Awaitility.await().atMost(Duration.ofSeconds(30))
                    .until(() -> mbpoll.registers(VOLTAGE_OF_THIRD, 1).get(VOLTAGE_OF_THIRD) != 0xFFFF);
            mbpoll.registers(1000, 20);
            browser.await("the client",
                    "document.querySelector('.clients tbody tr')?.innerText.includes('127.0.0.1')", 20);
            browser.await("the count", fact("Requests") + ".match(/^[1-9]/)", 20);

            assertThat(browser.<Number>ask(ROWS).intValue()).as("a page of the map").isEqualTo(50);
            browser.find(SEARCH).sendKeys("A1-3 voltage");
            browser.await("the block", ROWS + " > 0 && " + cell(0) + " === '1:" + VOLTAGE_OF_THIRD + "'", 20);
            assertThat(browser.words(".points tbody tr")).contains("A1-3", "voltage", "terminal voltage");
            int shown = Integer.parseInt(browser.<String>ask(cell(3)));
            assertThat(mbpoll.registers(VOLTAGE_OF_THIRD, 1).get(VOLTAGE_OF_THIRD)).as("mV, as a client reads it")
                    .isBetween(shown - 200, shown + 200);
            assertThat(browser.<String>ask("decodeURIComponent(location.hash)"))
                    .as("a place to be sent on").isEqualTo("#/interfaces/modbus/A1-3 voltage");

            takesTheMapAlong(browser);
            seesTheSameOverSnmp(browser);
        }
    }

    private static void takesTheMapAlong(Browser browser) {
        for (Map.Entry<String, String> each : Map.of(
                "csv", "unit,address,registers,segment", "md", "| unit | address |", "json", "[{\"unit\":1,\"address\":97,")
                .entrySet()) {
            List<String> got = browser.askLater("const a = document.querySelector('a.button[href$=\"as=" + each.getKey()
                    + "\"]'); fetch(a.href).then(answer => answer.text().then(text => done(["
                    + "String(a.hasAttribute('download')), answer.headers.get('content-disposition'), text])))", 20);
            assertThat(got.get(0)).isEqualTo("true");
            assertThat(got.get(1)).isEqualTo("attachment; filename=\"evenfloat-modbus." + each.getKey() + "\"");
            assertThat(got.get(2)).startsWith(each.getValue()).contains("A1-3", "general-status");
        }
    }

    private static void seesTheSameOverSnmp(Browser browser) {
        assertThat(browser.words("[data-protocol=snmp]")).contains("serving", "snmpbulkwalk -v 2c -c COMMUNITY")
                .doesNotContain("Connected");
        browser.run("[...document.querySelectorAll('.view .switch button')]"
                + ".find(each => each.innerText === 'SNMP').click()");
        browser.await("the block by SNMP", ROWS + " > 0 && " + cell(0) + ".startsWith('1.3.6.1.') && " + cell(1)
                + ".startsWith('A1-3')", 20);
    }

    @Test
    void whatIsOffSaysHowItIsEnabled() throws Exception {
        Path site = Files.writeString(home.resolve("site.yaml"), SmallSite.TEXT);
        try (Browser browser = Browser.start(); Program server = new Program("run", site.toString())) {
            browser.openPrinted(server.awaitText("/?token=", 60));
            Api api = new Api(server.awaitText("Bearer", 30));
            JsonNode modbus = api.get("interfaces").path("interfaces").get(0);
            assertThat(modbus.path("id").asText()).isEqualTo("modbus");
            assertThat(modbus.path("state").asText()).isEqualTo("OFF");
            browser.go("#/interfaces");
            browser.await("the sentence",
                    "document.querySelector('main').innerText.includes('no other protocol is enabled')", 20);
            assertThat(browser.words("[data-protocol=modbus]")).contains("modbus:", "enabled: true", "./evenfloat check");
        }
    }
}
