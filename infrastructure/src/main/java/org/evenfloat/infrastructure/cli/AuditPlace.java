// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.evenfloat.adapters.access.audit.AuditFiles;
import org.evenfloat.adapters.access.audit.AuditReader;
import picocli.CommandLine.Parameters;

/** Where an audit is, as somebody types it. */
final class AuditPlace {

    @Parameters(
            paramLabel = "SITEFILE|FOLDER|FILE.jsonl",
            description = "Site file of the server, or data folder, copied audit folder, or exported file.")
    private Path place;

    AuditReader open() throws CommandFailure {
        if (Files.isDirectory(place)) {
            Path below = AuditFiles.folder(place);
            Path folder = Files.isDirectory(below) ? below : place;
            if (!AuditReader.isAudit(folder)) {
                throw new CommandFailure(ExitCode.BAD_INPUT, folder + ": holds no audit - allowed: a site file, a data"
                        + " folder, a copied audit folder, or an exported file whose name ends in .jsonl");
            }
            return AuditReader.copy(folder);
        }
        if (place.toString().endsWith(".jsonl")) {
            return AuditReader.exported(place);
        }
        return AuditReader.server(AuditFiles.folder(CheckCommand.read(place).dataFolder()));
    }
}
