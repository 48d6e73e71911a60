// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import org.evenfloat.domain.access.AuditEntry;
import picocli.CommandLine.Option;

/** Which entries somebody wants to see. */
final class AuditFilter {

    @Option(names = "--who", paramLabel = "NAME", description = "Only what this user, script or actor did.")
    private String who;

    @Option(names = "--verb", paramLabel = "VERB", description = "Only this, such as CALIBRATE or SIGN_IN.")
    private String verb;

    @Option(names = "--since", paramLabel = "TIME",
            description = "Only since then: 2026-11-22 (UTC), or 2026-11-22T14:00:00+01:00.")
    private String since;

    Predicate<AuditEntry> wanted() throws CommandFailure {
        long sinceMillis = since == null ? Long.MIN_VALUE : sinceMillis();
        return entry -> (who == null || entry.who().equals(who)) && (verb == null || entry.verb().equalsIgnoreCase(verb))
                && entry.atMillis() >= sinceMillis;
    }

    private long sinceMillis() throws CommandFailure {
        try {
            return since.length() == "2026-11-22".length()
                    ? LocalDate.parse(since).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()
                    : OffsetDateTime.parse(since).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "--since: " + since
                    + " - allowed: a date such as 2026-11-22, or a time such as 2026-11-22T14:00:00+01:00", e);
        }
    }
}
