// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * More than 10,000 alarms that come and go within a minute, from 600 simulated blocks to a page in a browser: each is in
 * the history once and in its place, the page can be used meanwhile, and shows afterwards what the server knows. What
 * should be in the history is counted from the measured values, by none of the server's code.
 */
@Isolated("measures time")
class PageFloodTest {

    private static final String ROW = "block-voltage-high-warning";
    private static final int LIMIT_MILLIVOLTS = 13_620;
    private static final int CALM_MILLIVOLTS = 14_400;
    private static final int PERIOD_MILLIS = 10_000;
    private static final int WANTED = 10_000;
    private static final int MOST_SECONDS = 60;
    private static final int AT_ONCE = 10_000;
    private static final double MAX_CLICK_MILLIS = 1_000;

    /** Presses a link of the rail and tells how many ms later its page is on the screen. */
    private static final String CLICK = """
            const from = performance.now();
            document.querySelector(`nav.rail a[href='%s']`).click();
            const end = () => done(performance.now() - from);
            const look = () => requestAnimationFrame(%s ? end : look);
            look();""";

    /** Acknowledges the first alarm in the list that waits for it and tells its id. */
    private static final String ACKNOWLEDGE = """
            const look = () => {
              const button = [...document.querySelectorAll('.alarm-rows li .buttons button')]
                .find(each => each.innerText.startsWith('Acknowledge'));
              if (!button) { requestAnimationFrame(look); return; }
              const id = button.closest('li').dataset.id;
              button.click();
              done(id);
            };
            look();""";

    /** Scrolls through the list and tells the ids of all rows, with a word for those that are over. */
    private static final String COLLECT = """
            const box = document.querySelector('.alarm-rows');
            const found = new Set();
            scrollTo(0, 0);
            box.scrollTop = 0;
            const step = () => {
              document.querySelectorAll('.alarm-rows li').forEach(each =>
                found.add(each.dataset.id + (each.classList.contains('gone') ? ' gone' : ' active')));
              const before = box.scrollTop + scrollY;
              box.scrollTop += 500;
              scrollBy(0, box.scrollTop + scrollY === before ? 500 : 0);
              if (box.scrollTop + scrollY === before) done([...found]);
              else requestAnimationFrame(() => requestAnimationFrame(step));
            };
            step();""";

    /** One change of one alarm. */
    private record Change(long atMillis, String block, String action, int millivolts) {}

    @Test
    void tenThousandChangesInAMinuteAreAllThereOnceAndThePageIsUsable() throws Exception {
        try (Browser browser = Browser.start();
                Program demo = new Program("demo", "--headless", "--port", "0", "--scenario",
                        Path.of("src/test/resources/scenarios/flood.yaml").toString())) {
            String web = demo.awaitText("/?token=", 60);
            Api api = new Api(demo.awaitText("Bearer", 30));
            browser.openPrinted(web);
            api.string("A1", string -> string.path("state").asText().equals("FLOAT"), 60);
            JsonNode before = newest(api);
            limit(api, 0, LIMIT_MILLIVOLTS);
            double seconds = flood(browser, api, before.path("number").asLong());
            limit(api, 1, CALM_MILLIVOLTS);
            JsonNode calm = api.await("alarms", alarms -> active(alarms) == 0, 60);
            List<JsonNode> records = records(api, before.path("number").asLong());
            System.out.printf("flood: %d records, the first %d in %.1f s (limit %d)%n", records.size(), WANTED, seconds,
                    MOST_SECONDS);
            inOrder(records, before.path("number").asLong());
            sameAsFromTheValues(api, records.stream().filter(each -> each.path("definition").asText().equals(ROW))
                    .map(PageFloodTest::change).filter(each -> List.of("RAISE", "RETURN").contains(each.action())).toList());
            pageShows(browser, api, calm);
        }
    }

    private static Change change(JsonNode record) {
        return new Change(record.path("atMillis").asLong(), record.path("subject").asText(), record.path("action").asText(),
                record.path("value").asInt());
    }

    private static void limit(Api api, int version, int millivolts) throws IOException, InterruptedException {
        String key = "\"strings.A1.alarms." + ROW;
        assertThat(api.post("settings/apply", "{\"version\":" + version + ",\"why\":\"test\",\"changes\":{"
                + key + ".limit\":\"" + millivolts + " mV\"," + key + ".deadband\":\"0 mV\","
                + key + ".on-delay\":\"0 ms\"," + key + ".off-delay\":\"0 ms\"}}")).isEqualTo(200);
    }

    private static JsonNode newest(Api api) throws IOException, InterruptedException {
        return api.get("alarms/history?limit=1").path("records").path(0);
    }

    private static long active(JsonNode alarms) {
        return StreamSupport.stream(alarms.path("standing").spliterator(), false)
                .filter(alarm -> alarm.path("definition").asText().equals(ROW) && alarm.path("active").asBoolean()).count();
    }

    /** Uses the page until enough has happened; returns how long that took, s. */
    private static double flood(Browser browser, Api api, long before) throws IOException, InterruptedException {
        api.await("alarms/history?limit=1", answer -> happened(answer, before) > WANTED / 10, 30);
        long from = System.nanoTime();
        List<Double> clicks = new ArrayList<>();
        String acknowledged = null;
        long first = happened(api.get("alarms/history?limit=1"), before);
        long done = first;
        while (done - first < WANTED) {
            clicks.add(click(browser, "#/alarms", "document.querySelector('.alarm-rows li')"));
            if (acknowledged == null) {
                acknowledged = browser.askLater(ACKNOWLEDGE, 10);
            }
            clicks.add(click(browser, "#/batteries", "document.querySelector('.table tr.row')"));
            clicks.add(click(browser, "#/lines", "document.querySelector('main h1')?.innerText === 'Lines'"));
            done = happened(api.get("alarms/history?limit=1"), before);
            assertThat((System.nanoTime() - from) / 1e9).as(done - first + " changes within a minute")
                    .isLessThan(MOST_SECONDS);
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        Collections.sort(clicks);
        System.out.printf("flood: a page after a click: median %.0f ms, worst %.0f ms of %d (limit %.0f)%n",
                clicks.get(clicks.size() / 2), clicks.get(clicks.size() - 1), clicks.size(), MAX_CLICK_MILLIS);
        assertThat(clicks.get(clicks.size() / 2)).as("ms to another page in the flood").isLessThan(MAX_CLICK_MILLIS);
        String subject = acknowledged.substring(acknowledged.indexOf('/') + 1);
        api.await("alarms/history?definition=" + ROW + "&limit=10000&subject=" + subject, answer -> StreamSupport.stream(
                answer.path("records").spliterator(), false).anyMatch(
                        record -> record.path("action").asText().equals("ACKNOWLEDGE")), 10);
        return seconds;
    }

    private static double click(Browser browser, String place, String there) {
        return browser.<Number>askLater(CLICK.formatted(place, there), 30).doubleValue();
    }

    private static long happened(JsonNode answer, long before) {
        return answer.path("records").path(0).path("number").asLong() - before;
    }

    /** Returns all records after that number, oldest first. */
    private static List<JsonNode> records(Api api, long after) throws IOException, InterruptedException {
        List<JsonNode> records = new ArrayList<>();
        long before = Long.MAX_VALUE;
        while (before > after + 1) {
            JsonNode page = api.get("alarms/history?from=0&limit=" + AT_ONCE + "&before=" + before).path("records");
            assertThat(page.size()).as("records before " + before).isPositive();
            for (JsonNode record : page) {
                before = record.path("number").asLong();
                if (before > after) {
                    records.add(record);
                }
            }
        }
        Collections.reverse(records);
        return records;
    }

    private static void inOrder(List<JsonNode> records, long after) {
        long number = after;
        long atMillis = 0;
        for (JsonNode record : records) {
            assertThat(record.path("number").asLong()).as("numbers without a gap and none twice").isEqualTo(++number);
            if (record.path("who").asText().equals("server")) {
                assertThat(record.path("atMillis").asLong()).as("in order").isGreaterThanOrEqualTo(atMillis);
                atMillis = record.path("atMillis").asLong();
            }
        }
    }

    /** Goes through the values of every sweep as the history of the string has them. */
    private static void sameAsFromTheValues(Api api, List<Change> told) throws IOException, InterruptedException {
        long first = told.get(0).atMillis();
        long last = told.get(told.size() - 1).atMillis();
        int sweeps = (int) ((last - first) / PERIOD_MILLIS) + 1;
        long from = first - PERIOD_MILLIS / 2;
        JsonNode values = api.get("strings/A1/history?kind=voltage&from=" + from + "&to="
                + (from + (long) sweeps * PERIOD_MILLIS - 1) + "&points=" + sweeps);
        boolean[] beyond = new boolean[values.path("series").size()];
        List<Change> expected = new ArrayList<>();
        for (int sweep = 0; sweep < sweeps; sweep++) {
            long atMillis = first + (long) sweep * PERIOD_MILLIS;
            int limit = atMillis < last ? LIMIT_MILLIVOLTS : CALM_MILLIVOLTS;
            for (int block = 0; block < beyond.length; block++) {
                JsonNode value = values.path("series").path(block).path("min").path(sweep);
                if (!value.isNull() && value.asInt() > limit != beyond[block]) {
                    beyond[block] = !beyond[block];
                    expected.add(new Change(
                            atMillis, "A1-" + (block + 1), beyond[block] ? "RAISE" : "RETURN", value.asInt()));
                }
            }
        }
        System.out.printf("flood: %d changes by the values of %d sweeps, %d in the history%n", expected.size(), sweeps,
                told.size());
        assertThat(told).hasSizeGreaterThan(WANTED).isEqualTo(expected);
    }

    private static void pageShows(Browser browser, Api api, JsonNode calm) throws IOException, InterruptedException {
        JsonNode now = api.get("alarms");
        assertThat(now.path("standing")).hasSameSizeAs(calm.path("standing"));
        TreeSet<String> expected = new TreeSet<>();
        now.path("standing").forEach(alarm -> expected.add(
                alarm.path("id").asText() + (alarm.path("active").asBoolean() ? " active" : " gone")));
        browser.go("#/alarms");
        browser.await("list of " + expected.size() + " that are over",
                "document.querySelector('.alarm-rows li')?.getAttribute('aria-setsize') === '" + expected.size() + "'"
                        + " && ![...document.querySelectorAll('.alarm-rows li[data-id^=\"" + ROW + "\"]')]"
                        + ".some(each => !each.classList.contains('gone'))", 30);
        List<String> shown = browser.askLater(COLLECT, 60);
        assertThat(new TreeSet<>(shown)).isEqualTo(expected);
        assertThat(browser.words(".banner .lamps")).contains(Integer.toString(expected.size()));
    }
}
