// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.evenfloat.adapters.access.audit.AuditReader;
import org.evenfloat.application.port.out.AuditArchive.Check;
import org.evenfloat.application.port.out.AuditArchive.Form;
import org.evenfloat.application.port.out.AuditArchive.Written;
import org.evenfloat.application.port.out.AuditFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reads and checks who did what. Writes nothing; the server may run meanwhile. */
@Command(
        name = "audit",
        description = "Shows, checks and exports who did what; the server may run meanwhile.",
        mixinStandardHelpOptions = true,
        subcommands = {AuditCommand.Verify.class, AuditCommand.Show.class, AuditCommand.Export.class})
final class AuditCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which one? verify, show or export");
    }

    /** A command on an audit. */
    abstract static class OnAudit implements Callable<Integer> {

        @Mixin
        private AuditPlace place;

        @Spec
        private CommandSpec spec;

        abstract int work(AuditReader audit, PrintWriter out) throws AuditFailure, CommandFailure, IOException;

        @Override
        public final Integer call() throws CommandFailure, IOException {
            try {
                return work(place.open(), spec.commandLine().getOut());
            } catch (AuditFailure failure) {
                throw new CommandFailure(ExitCode.FAILED, failure.getMessage(), failure);
            }
        }
    }

    /** Checks. */
    @Command(
            name = "verify",
            description = "Checks that nothing was changed, removed, swapped, inserted or cut off. Exit code 0 or 1.",
            mixinStandardHelpOptions = true)
    static final class Verify extends OnAudit {

        @Option(names = "--contains", paramLabel = "HASH", defaultValue = "",
                description = "Head hash that was noted before; it must still be there.")
        private String noted;

        @Override
        int work(AuditReader audit, PrintWriter out) throws AuditFailure, CommandFailure {
            if (!noted.isEmpty() && !noted.matches("[0-9A-Fa-f]{64}")) {
                throw new CommandFailure(ExitCode.BAD_INPUT,
                        "--contains: " + noted + " - allowed: 64 hexadecimal digits, as 'audit verify' prints them");
            }
            Check check = audit.check(noted);
            out.printf(Locale.ROOT, "%,d entries%s%n", check.entries(), check.entries() == 0 ? ""
                    : ", " + AuditText.stamp(check.firstAtMillis()) + " to " + AuditText.stamp(check.lastAtMillis()));
            if (!check.head().isEmpty()) {
                out.println("head    " + check.head());
            }
            check.remarks().forEach(remark -> out.println("remark  " + AuditText.plain(remark)));
            check.problems().forEach(problem -> out.println("PROBLEM " + AuditText.plain(problem)));
            out.println(check.good() ? "all links hold" : "this is not as it was written");
            return check.good() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    /** Shows entries. */
    @Command(
            name = "show",
            description = "Shows the newest entries, the newest last.",
            mixinStandardHelpOptions = true)
    static final class Show extends OnAudit {

        @Option(names = "--entries", paramLabel = "N", defaultValue = "50",
                description = "How many at most (default: ${DEFAULT-VALUE}).")
        private int entries;

        @Mixin
        private AuditFilter filter;

        @Override
        int work(AuditReader audit, PrintWriter out) throws AuditFailure, CommandFailure {
            if (entries < 1 || entries > 100_000) {
                throw new CommandFailure(ExitCode.BAD_INPUT, "--entries: " + entries + " - allowed: 1 to 100000");
            }
            List<Written> found = new ArrayList<>(audit.newest(Long.MAX_VALUE, entries, filter.wanted()));
            Collections.reverse(found);
            found.forEach(written -> out.println(AuditText.line(written)));
            if (found.isEmpty()) {
                out.println("no entries");
            }
            return ExitCode.DONE;
        }
    }

    /** Copies everything out. */
    @Command(
            name = "export",
            description = "Writes all entries into a new file: JSONL can be checked with 'audit verify', CSV is a table.",
            mixinStandardHelpOptions = true)
    static final class Export extends OnAudit {

        @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "jsonl",
                description = "jsonl or csv (default: ${DEFAULT-VALUE}).")
        private Form form;

        @Option(names = "--out", paramLabel = "FILE", required = true,
                description = "The file to write; it must not exist. - writes to standard output.")
        private Path target;

        @Override
        int work(AuditReader audit, PrintWriter out) throws AuditFailure, CommandFailure, IOException {
            if (target.toString().equals("-")) {
                audit.export(form, System.out);
                System.out.flush();
                return ExitCode.DONE;
            }
            try (OutputStream file = new BufferedOutputStream(
                    Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                audit.export(form, file);
            } catch (FileAlreadyExistsException exists) {
                throw new CommandFailure(ExitCode.BAD_INPUT, "--out: " + target + " exists - allowed: a new file", exists);
            } catch (IOException e) {
                throw new CommandFailure(ExitCode.FAILED, target + " cannot be written: " + e.getMessage(), e);
            }
            out.println(target + " written");
            return ExitCode.DONE;
        }
    }
}
