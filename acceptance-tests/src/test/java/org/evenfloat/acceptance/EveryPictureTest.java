// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page in every state, size and theme, to be looked at before a release; see docs/screenshots.sh. */
@Tag("screenshots")
class EveryPictureTest {

    private static final String FOLDER = System.getProperty("pictures.all", "");

    /** Which ones: such as 64_healthy, 64_ or _no-data; all when it is empty. */
    private static final String ONLY = System.getProperty("pictures.only", "");

    private record Size(String name, int width, int height) {}

    private static final List<Size> SIZES = List.of(new Size("1440x900", 1440, 900), new Size("1920x1080", 1920, 1080),
            new Size("390x844", 390, 844), new Size("390x2400", 390, 2400));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "4, healthy", "4, lost-module", "4, bus-down", "4, no-data", "4, server-gone",
        "64, healthy", "64, lost-module", "64, bus-down", "64, no-data", "64, server-gone",
        "600, healthy", "600, lost-module", "600, bus-down", "600, no-data", "600, server-gone"
    })
    void picture(int blocks, String state) throws Exception {
        assumeTrue(!FOLDER.isEmpty(), "no folder for all pictures: -Dpictures.all=FOLDER");
        String name = blocks + "_" + state;
        assumeTrue(name.startsWith(ONLY) || ONLY.startsWith("_") && name.endsWith(ONLY), "not asked for");
        try (Browser browser = Browser.start(); Program server = server(blocks, state)) {
            browser.open(server.awaitText("/?token=", 30).replaceAll("^.*(http\\S+).*$", "$1"));
            awaitState(browser, state, server);
            List<String> places = new ArrayList<>(browser.pages());
            places.add("#/batteries/A1/A1-3");
            for (String theme : List.of("light", "dark")) {
                for (String place : places) {
                    browser.size(1440, 900);
                    browser.go(place, theme);
                    for (Size size : SIZES) {
                        browser.size(size.width(), size.height());
                        take(browser, String.join("_", name(place), Integer.toString(blocks), state, theme, size.name()));
                    }
                }
            }
        }
    }

    private Program server(int blocks, String state) throws IOException {
        return state.equals("no-data")
                ? new Program("run", silentSite(blocks))
                : new Program("demo", "--headless", "--port", "0", "--scenario", scenario(blocks, state));
    }

    /** A site on whose line nobody has ever answered: port 1 of this machine. */
    private String silentSite(int blocks) throws IOException {
        Path file = folder.resolve("site.yaml");
        Files.writeString(file, """
                evenfloat: 1
                site: { name: Hospital North, time-zone: Europe/Berlin }
                lines: [{ id: L1, tcp: "127.0.0.1:1" }]
                data-folder: %s
                web: { port: 0 }
                batteries:
                  - id: A
                    name: UPS A
                    profile: vrla-agm
                    cells-per-block: 6
                    capacity: 80 Ah
                    module: C20
                    strings: [{ id: A1, modules: ["L1: 1-%d"] }]
                """.formatted(folder.resolve("data"), blocks));
        return file.toString();
    }

    private String scenario(int blocks, String state) throws IOException {
        String fault = switch (state) {
            case "lost-module" -> "faults: [{ at: 40 s, until: 99 h, fault: lost-module, targets: [A1-3] }]";
            case "bus-down" -> "faults: [{ at: 40 s, until: 99 h, fault: unplugged-line, targets: [L1] }]";
            default -> "";
        };
        Path file = folder.resolve("scenario.yaml");
        Files.writeString(file, """
                name: picture
                about: To be looked at.
                seed: 4
                sweep-period: 2 s
                strings:
                  - { id: A1, blocks: %d, module: C20, cells: 6, capacity: 80 Ah, condition: aged, current-sensor: true }
                phases:
                  - { name: float, lasts: 100 h, speed: 30, supply: float }
                %s
                """.formatted(blocks, fault));
        return file.toString();
    }

    private static void awaitState(Browser browser, String state, Program server) throws InterruptedException {
        browser.await("rail", "document.querySelectorAll('nav.rail a').length > 1", 30);
        switch (state) {
            case "healthy" -> browser.await("values", "document.querySelector('.card.string .facts')", 60);
            case "lost-module", "bus-down" ->
                browser.await("finding", "document.querySelector('.finding.p1, .finding.p2')", 60);
            case "no-data" -> browser.await("connected", "document.querySelector('[role=alert]').innerText === ''", 30);
            default -> {
                browser.await("values", "document.querySelector('.card.string .facts')", 60);
                server.kill();
                browser.await("gone", "document.querySelector('.connection.gone')", 20);
            }
        }
    }

    private static String name(String place) {
        return place.replaceFirst("^#/", "").replace('/', '-');
    }

    private static void take(Browser browser, String name) throws IOException {
        browser.askLater("requestAnimationFrame(() => requestAnimationFrame(() => done()))", 10);
        Path file = Path.of(FOLDER).resolve(name + ".png");
        SmallPng.write(browser.picture(), file);
        System.out.println(file);
    }
}
