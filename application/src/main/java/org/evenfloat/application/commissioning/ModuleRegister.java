// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.commissioning;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.port.in.AnswerReplacement;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.SiteMemory;
import org.evenfloat.application.port.out.SiteMemory.KnownModule;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.ModuleIdentity;

/**
 * Which module belongs where. The first module seen at an address is taken as installed; another serial number there
 * later asks whether the module or the block was replaced. Safe for several threads.
 */
public final class ModuleRegister implements AnswerReplacement {

    /**
     * How long a replaced block is left out of equalizing: a new block needs its first days of float to form, and
     * would pull the string's duties towards it meanwhile.
     */
    private static final long NEW_BLOCK_MILLIS = 24 * 3_600_000L;

    private final SiteMemory memory;
    private final InstantSource wallClock;
    private final EventSink events;
    private final Executor later;
    private final Map<ModuleAddress, KnownModule> known = new HashMap<>();
    private final Map<String, Waiting> waiting = new TreeMap<>();
    private final Map<String, Long> excludedUntil = new ConcurrentHashMap<>();
    private final Set<String> duplicates = new HashSet<>();
    private final List<ModulePresence> followers = new CopyOnWriteArrayList<>();

    private record Waiting(ModuleAddress address, ModuleIdentity found, Question question) {}

    /**
     * Makes an empty register.
     *
     * @param later runs what may wait for the memory; whoever finds modules must not
     */
    public ModuleRegister(SiteMemory memory, InstantSource wallClock, EventSink events, Executor later) {
        this.memory = memory;
        this.wallClock = wallClock;
        this.events = events;
        this.later = later;
    }

    /** Tells from now on which module is where. */
    public void follow(ModulePresence follower) {
        followers.add(follower);
    }

    /** Reads what was known when the server last ran. Call once, before the first sweep. */
    public synchronized void load(List<LineRoster> rosters) throws HistoryFailure {
        known.putAll(memory.loadModules());
        for (LineRoster roster : rosters) {
            for (int row = 0; row < roster.moduleCount(); row++) {
                KnownModule module = known.get(address(roster, row));
                if (module != null) {
                    tell(roster, row, module.serial());
                }
                if (module != null && module.excludedUntilMillis() > 0) {
                    excludedUntil.put(roster.blockId(row), module.excludedUntilMillis());
                }
            }
        }
    }

    /** Returns whether a module was ever accepted in that row. */
    public synchronized boolean knows(LineRoster roster, int row) {
        return known.containsKey(address(roster, row));
    }

    /** Returns the module last accepted in that row, or empty when there was none yet. */
    public synchronized Optional<KnownModule> known(LineRoster roster, int row) {
        return Optional.ofNullable(known.get(address(roster, row)));
    }

    /** Returns until when a replaced block is left out of equalizing, epoch ms; 0 when it is not. Never waits. */
    public long excludedUntilMillis(String blockId) {
        return excludedUntil.getOrDefault(blockId, 0L);
    }

    /** Takes note of the module found in a row. Returns whether it is another one than before. */
    public synchronized boolean found(LineRoster roster, int row, ModuleIdentity identity) {
        ModuleAddress address = address(roster, row);
        String block = roster.blockId(row);
        tell(roster, row, identity.serial());
        KnownModule before = known.get(address);
        if (before == null) {
            KnownModule first = new KnownModule(identity.serial(), identity.firmware(), 0);
            known.put(address, first);
            // When it cannot be saved it is taken as installed again after a restart; the history tells that it fails.
            later.execute(() -> save(address, first));
            return false;
        }
        if (before.serial() == identity.serial()) {
            waiting.remove(block);
            return false;
        }
        Waiting asked = waiting.get(block);
        if (asked != null && asked.found.serial() == identity.serial()) {
            return false;
        }
        String oldSerial = new ModuleIdentity(before.serial(), 0, 0, 0).serialText();
        Question question = new Question(block, oldSerial, identity.serialText(), wallClock.millis());
        waiting.put(block, new Waiting(address, identity, question));
        events.happened(EventKind.MODULE_CHANGED, block,
                "Block " + block + " has battery module " + identity.serialText() + " instead of " + oldSerial
                        + ". Say whether the module or the block was replaced.");
        return true;
    }

    /** Takes note of several devices at one address; told once until the module there answers alone again. */
    public synchronized void duplicate(LineRoster roster, int row, List<ModuleIdentity> devices) {
        if (!duplicates.add(roster.blockId(row))) {
            return;
        }
        String serials = devices.stream().map(ModuleIdentity::serialText).collect(Collectors.joining(" and "));
        events.happened(EventKind.DUPLICATE_ADDRESS, roster.blockId(row),
                "Block " + roster.blockId(row) + ": modules " + serials + " share address " + address(roster, row)
                        + ". Give one of them another address; until then the block is not measured.");
    }

    /** Takes note that the module in a row answers undisturbed. */
    public synchronized void alone(LineRoster roster, int row) {
        duplicates.remove(roster.blockId(row));
    }

    @Override
    public synchronized List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        waiting.values().forEach(entry -> questions.add(entry.question));
        return questions;
    }

    @Override
    public Optional<String> answer(Actor who, String blockId, Replaced replaced) {
        Waiting asked = asked(blockId);
        if (asked == null) {
            return notAsked(blockId);
        }
        long until = replaced == Replaced.BLOCK ? wallClock.millis() + NEW_BLOCK_MILLIS : 0;
        KnownModule module = new KnownModule(asked.found.serial(), asked.found.firmware(), until);
        Optional<String> failure = save(asked.address, module);
        if (failure.isPresent()) {
            return failure;
        }
        return taken(blockId, asked, module, replaced);
    }

    private synchronized Waiting asked(String blockId) {
        return waiting.get(blockId);
    }

    private synchronized Optional<String> notAsked(String blockId) {
        return Optional.of("block: " + blockId + " - allowed: a block with an open question, "
                + (waiting.isEmpty() ? "of which there is none" : String.join(", ", waiting.keySet())));
    }

    /** Takes a saved answer; saving it waits for the memory and so happens without the lock. */
    private synchronized Optional<String> taken(
            String blockId, Waiting asked, KnownModule module, Replaced replaced) {
        KnownModule before = known.put(asked.address, module);
        waiting.remove(blockId, asked);
        excludedUntil.put(blockId, module.excludedUntilMillis());
        events.happened(EventKind.MODULE_CHANGE_ANSWERED, blockId,
                replaced == Replaced.BLOCK
                        ? "Block " + blockId + " was replaced; equalizing leaves it out for 24 h, its references start anew."
                        : "The battery module of block " + blockId + " was replaced; its resistance reference starts anew.");
        if (replaced == Replaced.MODULE && before != null && !isSomewhere(before.serial())) {
            followers.forEach(follower -> follower.replaced(before.serial()));
        }
        return Optional.empty();
    }

    /** Modules that were only exchanged with each other are not gone. */
    private boolean isSomewhere(long serial) {
        return known.values().stream().anyMatch(module -> module.serial() == serial)
                || waiting.values().stream().anyMatch(entry -> entry.found.serial() == serial);
    }

    private void tell(LineRoster roster, int row, long serial) {
        followers.forEach(follower -> follower.present(roster, row, serial));
    }

    private Optional<String> save(ModuleAddress address, KnownModule module) {
        try {
            memory.saveModule(address, module);
            return Optional.empty();
        } catch (HistoryFailure failure) {
            return Optional.of("history: " + failure.getMessage());
        }
    }

    private static ModuleAddress address(LineRoster roster, int row) {
        return new ModuleAddress(roster.line(), roster.moduleAddress(row));
    }
}
