// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.settings;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.port.in.ChangeSettings;
import org.evenfloat.application.port.out.SettingsFailure;
import org.evenfloat.application.port.out.SettingsFormat;
import org.evenfloat.application.port.out.SettingsStore;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.setting.SettingBook;
import org.evenfloat.domain.setting.SettingChange;
import org.evenfloat.domain.setting.SettingDefinition;
import org.evenfloat.domain.setting.SettingKind;
import org.evenfloat.domain.setting.SettingProblem;
import org.evenfloat.domain.setting.SettingProposal;
import org.evenfloat.domain.setting.SettingValues;
import org.evenfloat.domain.setting.SettingVersion;

/**
 * Keeps the settings: one version in force, each change a new version that is on the disk before it is in force. Asks
 * nobody whether he may.
 */
public final class SettingsDesk implements ChangeSettings {

    private static final SettingKind.Text WHY = new SettingKind.Text(1, LONGEST_WHY);

    /** The order in which people see what settings belong to: few things first, many last. */
    private static final List<String> GROUPS = List.of("site", "batteries", "strings", "lines", "blocks");

    /** Most keys that one event names. */
    private static final int MOST_NAMED = 5;

    private final List<LiveSettings> live;
    private final SettingBook book;
    private final SettingsStore store;
    private final SettingsFormat format;
    private final InstantSource wallClock;
    private final EventSink events;
    private volatile SettingVersion present = SettingVersion.FIRST;
    private long last;

    /**
     * @param live every setting there is, with what it does
     * @param locked keys that the site file gives, each with its line there
     */
    public SettingsDesk(
            List<LiveSettings> live, Map<String, Integer> locked, SettingsStore store, SettingsFormat format,
            InstantSource wallClock, EventSink events) {
        this.live = List.copyOf(live);
        this.book = new SettingBook(
                live.stream().flatMap(settings -> settings.definitions().stream())
                        .sorted(Comparator.comparingInt(definition -> GROUPS.indexOf(definition.group()))).toList(),
                live.stream().flatMap(settings -> settings.family().stream()).toList(), locked);
        this.store = store;
        this.format = format;
        this.wallClock = wallClock;
        this.events = events;
    }

    /**
     * Takes the newest version that is kept and puts it into force. Call once, before the first sweep.
     *
     * @throws SettingsFailure when nothing can be read at all
     */
    public synchronized void load() throws SettingsFailure {
        SettingsStore.Newest newest = store.newest();
        last = newest.last();
        present = newest.version().orElse(SettingVersion.FIRST);
        newest.damaged().forEach(damaged -> events.happened(EventKind.SETTINGS_DAMAGED, "",
                "A version of the settings is damaged and not used: " + damaged + ". In force is "
                        + (present.number() == 0 ? "what the site file says." : "version " + present.number() + ".")));
        List<String> idle = book.withoutEffect(present.values());
        if (!idle.isEmpty()) {
            events.happened(EventKind.SETTINGS_LEFT_OUT, "", idle.size() + " of the settings have no effect, because"
                    + " the site file gives them or what they belong to is gone: " + named(idle) + ". They are kept.");
        }
        putIntoForce();
    }

    private static String named(List<String> keys) {
        return String.join(", ", keys.subList(0, Math.min(MOST_NAMED, keys.size())))
                + (keys.size() > MOST_NAMED ? " …" : "");
    }

    private void putIntoForce() {
        SettingValues values = present.values();
        live.forEach(settings -> {
            settings.apply(key -> book.inForce(definition(key), values));
            settings.family().ifPresent(family -> settings.applyGiven(book.given(family, values)));
        });
    }

    private SettingDefinition definition(String key) {
        return book.find(key).orElseThrow(() -> new IllegalArgumentException(key + " is no setting"));
    }

    @Override
    public Present present() {
        SettingVersion now = present;
        return new Present(book, now, book.withoutEffect(now.values()));
    }

    @Override
    public SettingProposal check(Actor who, Map<String, Optional<String>> wanted) {
        return book.propose(present.values(), wanted);
    }

    @Override
    public synchronized Answer apply(Actor who, long against, Map<String, Optional<String>> wanted, String why) {
        SettingProposal proposal = book.propose(present.values(), wanted);
        return change(who, against, proposal.after(), why,
                proposal.problems().stream().map(SettingProblem::toString).toList());
    }

    @Override
    public synchronized Answer rollBack(Actor who, long against, long to, String why) {
        Optional<SettingVersion> old;
        try {
            old = version(to);
        } catch (SettingsFailure failure) {
            return refused(Verdict.NOT_KEPT, failure.getMessage());
        }
        List<String> problems = old.isEmpty()
                ? List.of("to: " + to + " - allowed: 0, or the number of a version that is kept")
                : book.conflicts(present.values(), old.get().values()).stream().map(SettingProblem::toString).toList();
        return change(who, against, old.map(SettingVersion::values).orElse(present.values()), why, problems);
    }

    @Override
    public String text() {
        return format.write(book, present);
    }

    @Override
    public TextCheck checkText(Actor who, String text) {
        SettingsFormat.Text read = format.read(text);
        SettingProposal proposal = book.propose(present.values(), read.values());
        List<String> problems = problems(read, proposal);
        return new TextCheck(problems.isEmpty() ? proposal.changes() : List.of(), problems);
    }

    @Override
    public synchronized Answer applyText(Actor who, long against, String text, String why) {
        SettingsFormat.Text read = format.read(text);
        SettingProposal proposal = book.propose(present.values(), read.values());
        return change(who, against, proposal.after(), why, problems(read, proposal));
    }

    private static List<String> problems(SettingsFormat.Text read, SettingProposal proposal) {
        List<String> problems = new ArrayList<>(read.problems());
        for (SettingProblem problem : proposal.problems()) {
            Integer line = read.lines().get(problem.key());
            problems.add(line == null ? problem.toString() : "line " + line + ", " + problem);
        }
        return problems;
    }

    private Answer change(Actor who, long against, SettingValues after, String why, List<String> found) {
        List<String> problems = new ArrayList<>(found);
        Optional<String> reason = WHY.canonical(why);
        if (reason.isEmpty()) {
            problems.add("why: " + (why.isBlank() ? "nothing" : "a text of " + why.length() + " characters")
                    + " - allowed: " + WHY.allowed(why));
        }
        if (!problems.isEmpty()) {
            return new Answer(Verdict.INVALID, "Nothing was changed; problems lists everything that is wrong.",
                    Collections.unmodifiableList(problems), List.of(), present);
        }
        if (against != present.number()) {
            return refused(Verdict.OUTDATED, "The settings were changed meanwhile: version " + present.number()
                    + (present.number() == 0 ? "" : " by " + present.who() + " (" + present.why() + ")")
                    + " is in force, this was made against version " + against + ". Look at them again.");
        }
        List<SettingChange> changes = book.difference(present.values(), after);
        if (changes.isEmpty()) {
            return new Answer(Verdict.INVALID, "Nothing was changed: everything is as it was wanted already.",
                    List.of("changes: nothing that differs from version " + against + " - allowed: at least one"
                            + " other value"), List.of(), present);
        }
        return keep(who, reason.get(), changes, after);
    }

    private Answer keep(Actor who, String why, List<SettingChange> changes, SettingValues after) {
        SettingVersion next = new SettingVersion(
                last + 1, present.number(), wallClock.millis(), who.name(), who.from(), why, changes.size(), after);
        try {
            store.append(next);
        } catch (SettingsFailure failure) {
            return refused(Verdict.NOT_KEPT, "Nothing was changed: " + failure.getMessage());
        }
        last = next.number();
        present = next;
        events.happened(EventKind.SETTINGS_CHANGED, "", who.name() + " changed " + changes.size()
                + (changes.size() == 1 ? " setting (" : " settings (")
                + named(changes.stream().map(SettingChange::key).toList()) + "): " + why + ". Version " + next.number()
                + " is in force.");
        putIntoForce();
        return new Answer(Verdict.DONE, "", List.of(), changes, next);
    }

    private Answer refused(Verdict verdict, String sentence) {
        return new Answer(verdict, sentence, List.of(), List.of(), present);
    }

    @Override
    public List<SettingVersion> versions(long before, int most) throws SettingsFailure {
        return store.before(before, Math.min(most, MOST_VERSIONS));
    }

    @Override
    public Optional<SettingVersion> version(long number) throws SettingsFailure {
        return number == 0 ? Optional.of(SettingVersion.FIRST) : store.version(number);
    }

    @Override
    public Optional<List<SettingChange>> difference(long number) throws SettingsFailure {
        Optional<SettingVersion> version = number == 0 ? Optional.empty() : version(number);
        if (version.isEmpty()) {
            return Optional.empty();
        }
        // What it was made from may be forgotten by now; then all its values are new to whoever looks.
        SettingValues base = version(version.get().base()).map(SettingVersion::values).orElse(SettingValues.NONE);
        return Optional.of(book.difference(base, version.get().values()));
    }
}
