// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenfloat.application.port.in.FollowStrings;
import org.evenfloat.application.port.in.StringImage;
import org.evenfloat.application.port.in.StringStatus;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.Site;

/** The newest of everything, for whoever looks: written by the conductor, read by anybody, never locked. */
public final class SiteView implements ViewStrings, FollowStrings {

    private static final MeasurementKind[] KINDS = MeasurementKind.values();

    private final List<BatteryString> strings;
    private final List<StringLayout> layouts;
    private final AtomicReferenceArray<SweepImage> images;
    private final AtomicReferenceArray<StringStatus> statuses;
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> settling = new CopyOnWriteArrayList<>();
    private volatile Settled settled;
    private volatile Site site;

    /** Everything between two decisions: images of the lines and statuses of the strings that belong together. */
    private record Settled(SweepImage[] images, StringStatus[] statuses) {}

    public SiteView(Site site, List<LineRoster> rosters) {
        this.site = site;
        this.strings = site.strings().toList();
        this.layouts = strings.stream().map(string -> StringLayout.of(string, rosters)).toList();
        this.images = new AtomicReferenceArray<>(rosters.size());
        this.statuses = new AtomicReferenceArray<>(strings.size());
        for (int i = 0; i < strings.size(); i++) {
            statuses.set(i, StringWatch.unknown(strings.get(i)));
        }
        this.settled = settledNow();
    }

    /**
     * Publishes the site under other names, labels and switches; what is installed must be the same.
     *
     * @throws IllegalArgumentException when it has other strings
     */
    public void publish(Site renamed) {
        if (!renamed.strings().map(BatteryString::id).toList().equals(strings.stream().map(BatteryString::id).toList())) {
            throw new IllegalArgumentException("site: other strings - the strings that are installed");
        }
        site = renamed;
    }

    void publish(int line, SweepImage image) {
        images.set(line, image);
    }

    void publish(int string, StringStatus status) {
        statuses.set(string, status);
        for (Consumer<String> listener : listeners) {
            listener.accept(status.id());
        }
    }

    /** Says that everything that follows from a sweep has been published: what is there now belongs together. */
    void settle() {
        settled = settledNow();
        settling.forEach(Runnable::run);
    }

    private Settled settledNow() {
        SweepImage[] newest = new SweepImage[images.length()];
        Arrays.setAll(newest, images::get);
        StringStatus[] all = new StringStatus[strings.size()];
        Arrays.setAll(all, statuses::get);
        return new Settled(newest, all);
    }

    /**
     * Returns the values of all strings, in the order of the site file, as they were after the last decision: values of a
     * line are of one sweep in all of them, and each status belongs to its values.
     */
    public List<StringImage> settled() {
        Settled now = settled;
        StringImage[] all = new StringImage[now.statuses.length];
        Arrays.setAll(all, i -> gather(now.statuses[i], layouts.get(i), now.images));
        return List.of(all);
    }

    /**
     * Calls {@code listener} after each decision, on a thread of the server that must not be held up: the listener only
     * takes a note.
     *
     * @return ends it
     */
    public Runnable onSettled(Runnable listener) {
        settling.add(listener);
        return () -> settling.remove(listener);
    }

    StringStatus status(int string) {
        return statuses.get(string);
    }

    List<StringLayout> layouts() {
        return layouts;
    }

    /** Returns the indices of the lines that carry a block or a sensor of the string of that index, in order. */
    public IntStream lines(int string) {
        StringLayout layout = layouts.get(string);
        IntStream sensors = Stream.of(layout.currentSensor(), layout.ambientSensor())
                .filter(Objects::nonNull).mapToInt(StringLayout.Place::line);
        return IntStream.concat(Arrays.stream(layout.lines()), sensors).sorted().distinct();
    }

    /** Returns the newest image of a line, or null before its first sweep. */
    public SweepImage newest(int line) {
        return images.get(line);
    }

    @Override
    public Site site() {
        return site;
    }

    @Override
    public List<StringStatus> strings() {
        StringStatus[] all = new StringStatus[strings.size()];
        Arrays.setAll(all, statuses::get);
        return List.of(all);
    }

    @Override
    public Optional<StringImage> image(String stringId) {
        for (int i = 0; i < strings.size(); i++) {
            if (strings.get(i).id().equals(stringId)) {
                SweepImage[] newest = new SweepImage[images.length()];
                Arrays.setAll(newest, images::get);
                return Optional.of(gather(statuses.get(i), layouts.get(i), newest));
            }
        }
        return Optional.empty();
    }

    /** Each line's image was taken once, so that all values of a line are of one sweep. */
    private static StringImage gather(StringStatus status, StringLayout layout, SweepImage[] newest) {
        int blocks = layout.rows().length;
        int[][] values = new int[KINDS.length][blocks];
        byte[][] qualities = new byte[KINDS.length][blocks];
        for (int kind = 0; kind < KINDS.length; kind++) {
            for (int i = 0; i < blocks; i++) {
                SweepImage image = newest[layout.lines()[i]];
                if (image == null) {
                    qualities[kind][i] = Quality.MISSING.code();
                } else {
                    values[kind][i] = image.value(KINDS[kind], layout.rows()[i]);
                    qualities[kind][i] = image.quality(KINDS[kind], layout.rows()[i]).code();
                }
            }
        }
        return new StringImage(status, values, qualities);
    }

    @Override
    public Runnable follow(Consumer<String> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
