// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.evenfloat.application.port.out.AuditArchive.Form;
import org.evenfloat.application.port.out.AuditFailure;
import org.evenfloat.domain.access.AuditEntry;

/** Copies an audit out, line by line. */
final class AuditExport {

    private static final String HEADING = "number,at,kind,who,from,verb,target,outcome,before,after,hash\r\n";

    /** A cell that begins with one of these is a formula for spreadsheets. */
    private static final String FORMULA = "=+-@\t\r";

    private final Form form;
    private final OutputStream target;

    AuditExport(Form form, OutputStream target) {
        this.form = form;
        this.target = target;
    }

    void write(List<AuditPart> parts, Path folder) throws AuditFailure, IOException {
        if (form == Form.CSV) {
            target.write(HEADING.getBytes(UTF_8));
        }
        for (AuditPart part : parts) {
            try (ForwardLines lines = open(part, folder)) {
                for (byte[] line = next(lines, folder); line != null; line = next(lines, folder)) {
                    write(line, lines.complete());
                }
            }
        }
    }

    private static ForwardLines open(AuditPart part, Path folder) throws AuditFailure {
        try {
            return new ForwardLines(part);
        } catch (IOException failure) {
            throw unreadable(folder, failure);
        }
    }

    private static byte[] next(ForwardLines lines, Path folder) throws AuditFailure {
        try {
            return lines.next();
        } catch (IOException failure) {
            throw unreadable(folder, failure);
        }
    }

    private static AuditFailure unreadable(Path folder, IOException failure) {
        return new AuditFailure("The audit in " + folder + " cannot be read: " + failure.getMessage() + ".", failure);
    }

    private void write(byte[] line, boolean complete) throws IOException {
        if (form == Form.JSONL) {
            target.write(line);
            if (complete) {
                target.write('\n');
            }
            return;
        }
        AuditLine read = AuditReader.lineOrNull(line);
        if (read != null) {
            target.write(row(read).getBytes(UTF_8));
        }
    }

    private static String row(AuditLine line) {
        AuditEntry entry = line.entry();
        StringBuilder row = new StringBuilder().append(line.number()).append(',').append(AuditLine.stamp(entry.atMillis()));
        for (String cell : List.of(
                entry.kind().name(), entry.who(), entry.from(), entry.verb(), entry.target(), entry.outcome().name(),
                entry.before(), entry.after(), line.hash())) {
            row.append(',');
            cell(row, cell);
        }
        return row.append("\r\n").toString();
    }

    private static void cell(StringBuilder row, String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        if (!formula && text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r')) {
            row.append(text);
            return;
        }
        row.append('"').append(formula ? "'" : "").append(text.replace("\"", "\"\"")).append('"');
    }
}
