// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.adapters.alarmfiles.blackbox.FileGuardTape;
import org.evenfloat.adapters.alarmfiles.blackbox.TapedBreaker;
import org.evenfloat.adapters.alarmfiles.blackbox.TapedString;
import org.evenfloat.application.access.Deed;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.access.Witness;
import org.evenfloat.application.history.MemoryFullRate;
import org.evenfloat.application.history.MemoryRing;
import org.evenfloat.application.port.in.FullRate;
import org.evenfloat.application.port.in.NotWrittenDown;
import org.evenfloat.application.port.in.ReadBlackBoxes;
import org.evenfloat.application.port.out.GuardTape;
import org.evenfloat.application.protection.Protection;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.AuditEntry.Outcome;
import org.evenfloat.domain.access.Target;
import org.evenfloat.domain.access.Verb;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.Site;
import org.evenfloat.infrastructure.DataFolder;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.site.SiteFileWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What records the decisions about breakers, and who may read that. */
@Module
final class BlackBoxWiring {

    /** What the audit calls it, beside the verbs. */
    private static final String SEALED = "BLACK_BOX_SEALED";

    private static final Logger LOG = LoggerFactory.getLogger(BlackBoxWiring.class);

    private BlackBoxWiring() {}

    @Provides
    @Singleton
    static FileGuardTape tape(
            SiteConfiguration configuration, DataFolder folder, @Named("version") String version, FullRate fullRate,
            Guard guard, Witness witness) {
        List<TapedString> strings = configuration.site().strings()
                .map(string -> taped(configuration.site(), configuration.protection(), string)).toList();
        return new FileGuardTape(folder.path(), strings, version, () -> text(configuration), fullRate,
                (box, string, seal) -> writeDown(witness, box, string, seal),
                (who, string) -> guard.require(who, Verb.READ_BLACK_BOX, target(string)));
    }

    private static TapedString taped(Site site, Protection protection, BatteryString string) {
        Optional<TapedBreaker> breaker = site.breakerOf(string.id()).map(one -> new TapedBreaker(one.id(),
                protection.terms(one).wired(one.secondTrip().isPresent(), one.status().isPresent()), one.strings()));
        return new TapedString(
                protection.guarded(site, string), string.blocks().stream().map(Block::id).toList(), breaker);
    }

    /** Returns the site file with references in place of secrets. */
    private static String text(SiteConfiguration configuration) {
        try {
            return SiteFileWriter.text(configuration);
        } catch (IllegalArgumentException e) {
            return "# " + e.getMessage();
        }
    }

    private static Target target(String string) {
        return new Target("string", string, Set.of(string));
    }

    private static void writeDown(Witness witness, String box, String string, String seal) {
        LOG.info("Black box {} is sealed: {}", box, seal);
        try {
            witness.write(Actor.server(), SEALED, target(string), Outcome.DONE, Deed.done(box + " " + seal));
        } catch (NotWrittenDown e) {
            LOG.error("The seal of black box {} could not be written into the audit, only into this log: {}", box,
                    e.getMessage());
        }
    }

    @Provides
    static GuardTape guardTape(FileGuardTape tape) {
        return tape;
    }

    @Provides
    static ReadBlackBoxes boxes(FileGuardTape tape) {
        return tape;
    }

    @Provides
    @Singleton
    static FullRate fullRate(SiteConfiguration configuration, List<LineRoster> rosters, MemoryRing ring) {
        return new MemoryFullRate(configuration.site(), rosters, ring);
    }
}
