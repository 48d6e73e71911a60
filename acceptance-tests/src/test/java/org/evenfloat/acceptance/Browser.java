// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A Chromium of its own, without what a former one has kept. Paths: system properties {@code chromium} and
 * {@code chromedriver}. Without them on the machine a test is skipped, and fails where the environment says CI=true.
 */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));
    private static final Path DRIVER = Path.of(System.getProperty("chromedriver", "/usr/bin/chromedriver"));
    private static final Duration LOOK = Duration.ofMillis(30);

    /** It would warn of each Chromium that is newer than itself; nothing that depends on that is used. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts one in English. */
    static Browser start() {
        requireThere();
        SELENIUM.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-dev-shm-usage", "--hide-scrollbars", "--lang=en-GB", "--window-size=1440,900");
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "en-GB,en"));
        Browser browser = new Browser(new ChromeDriver(
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).usingAnyFreePort().build(),
                options));
        browser.size(1440, 900);
        return browser;
    }

    private static void requireThere() {
        List<Path> absent = Stream.of(CHROMIUM, DRIVER).filter(file -> !Files.isExecutable(file)).toList();
        if (!absent.isEmpty()) {
            String told = absent + " not there: the page is not tested in a browser;"
                    + " Debian's packages are chromium and chromium-driver";
            assertThat(System.getenv("CI")).as(told).isNotEqualTo("true");
            System.out.println("SKIPPED: " + told);
            abort(told);
        }
    }

    /** Makes the page so large, in CSS pixels; one as narrow as a phone is told that it is one. */
    void size(int width, int height) {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of(
                "width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    /** Runs a script before each page's own. */
    void beforePages(String script) {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    /** Opens an address that a program has printed, and waits for the first values. */
    void openPrinted(String line) {
        open(line.substring(line.indexOf("http")).strip());
        await("values on the page", "document.querySelector('.card.string .facts') !== null", 30);
    }

    void open(String address) {
        driver.get(address);
    }

    /** Goes to a place of the page, such as {@code #/batteries}. */
    void go(String place) {
        driver.executeScript("location.hash = arguments[0]", place);
    }

    /** Chooses a theme in the page's own menu; not on the wall, which has neither. */
    void theme(String name) {
        driver.executeScript("const choice = document.querySelector('.choices select:has(option[value=dark])');"
                + " choice.value = arguments[0]; choice.dispatchEvent(new Event('change', { bubbles: true }))", name);
        await(name, "document.documentElement.dataset.theme === '" + name + "'", 10);
    }

    /** Goes to a place in a theme and waits until something stands there. */
    void go(String place, String theme) {
        go("#/overview");
        await("menu of themes", "document.querySelector('.choices select')", 10);
        theme(theme);
        go(place);
        await(place, "location.hash === '" + place + "' && document.querySelector('main')?.innerText.trim().length > 20"
                + " && !document.querySelector('.connection.connecting')", 20);
    }

    /** Returns the value of an expression in the page: String, Long, Double, Boolean, List, Map or null. */
    @SuppressWarnings("unchecked")
    <T> T ask(String expression, Object... arguments) {
        return (T) driver.executeScript("return " + expression, arguments);
    }

    /** Returns what a script calls back with, within so many seconds. */
    @SuppressWarnings("unchecked")
    <T> T askLater(String script, int seconds) {
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(seconds));
        return (T) driver.executeAsyncScript("const done = arguments[0]; " + script);
    }

    void run(String script) {
        driver.executeScript(script);
    }

    /** Waits until an expression in the page is true, at most so many seconds. */
    void await(String what, String expression, int seconds) {
        try {
            new WebDriverWait(driver, Duration.ofSeconds(seconds), LOOK)
                    .until(page -> Boolean.TRUE.equals(driver.executeScript("return Boolean(" + expression + ")")));
        } catch (TimeoutException late) {
            throw new AssertionError(what + " - not within " + seconds + " s; the page says:\n"
                    + driver.getCurrentUrl() + "\n" + ask("document.body.innerText"), late);
        }
    }

    /** Begins to count what the page costs; see {@link #cpuSeconds}. */
    void countCpu() {
        driver.executeCdpCommand("Performance.enable", Map.of("timeDomain", "threadTicks"));
    }

    /** Returns how long the page's own thread has been on a processor, s: other programs' load is not in it. */
    @SuppressWarnings("unchecked")
    double cpuSeconds() {
        List<Map<String, Object>> metrics = (List<Map<String, Object>>)
                driver.executeCdpCommand("Performance.getMetrics", Map.of()).get("metrics");
        return metrics.stream().filter(metric -> metric.get("name").equals("TaskDuration"))
                .mapToDouble(metric -> ((Number) metric.get("value")).doubleValue()).findFirst().orElseThrow();
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** Returns what a person reads there. */
    String words(String selector) {
        return ask("document.querySelector(arguments[0])?.innerText ?? ''", selector);
    }

    /** Presses keys where the focus is. */
    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Returns the places of all pages, as the rail names them. */
    List<String> pages() {
        List<String> places = ask("[...document.querySelectorAll('nav.rail a')].map(each => each.getAttribute('href'))");
        assertThat(places).as("pages in the rail").contains("#/overview", "#/batteries", "#/wall");
        return places;
    }

    /** Returns the warnings and errors that the browser has noted since it was last asked. */
    List<String> complaints() {
        return driver.manage().logs().get("browser").getAll().stream().map(Object::toString).toList();
    }

    /** Returns what is seen now, as PNG. */
    byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
