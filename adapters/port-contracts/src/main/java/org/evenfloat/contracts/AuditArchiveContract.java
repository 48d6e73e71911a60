// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.evenfloat.application.port.out.AuditArchive;
import org.evenfloat.application.port.out.AuditArchive.Check;
import org.evenfloat.application.port.out.AuditArchive.Form;
import org.evenfloat.application.port.out.AuditArchive.Written;
import org.evenfloat.application.port.out.AuditFailure;
import org.evenfloat.application.port.out.AuditTrail;
import org.junit.jupiter.api.Test;

/** What every {@link AuditArchive} does. */
public abstract class AuditArchiveContract {

    /** Writes into the audit that is read; at first there is nothing. */
    protected abstract AuditTrail trail() throws AuditFailure;

    /** Reads it. */
    protected abstract AuditArchive archive();

    private void write(int entries) throws AuditFailure {
        AuditTrail trail = trail();
        for (int i = 1; i <= entries; i++) {
            trail.append(AuditTrailContract.entry("text " + i));
        }
    }

    private String exported(Form form) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        archive().export(form, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void nothingWasEverWritten() throws Exception {
        assertThat(archive().newest(Long.MAX_VALUE, 10)).isEmpty();
        Check check = archive().check();
        assertThat(check.good()).isTrue();
        assertThat(check.entries()).isZero();
        assertThat(check.head()).isEmpty();
        assertThat(check.firstAtMillis()).isZero();
        assertThat(exported(Form.JSONL)).isEmpty();
    }

    @Test
    void readsFromTheEnd() throws Exception {
        write(30);
        assertThat(archive().newest(Long.MAX_VALUE, 3)).extracting(Written::number).containsExactly(30L, 29L, 28L);
        assertThat(archive().newest(28, 3)).extracting(Written::number).containsExactly(27L, 26L, 25L);
        assertThat(archive().newest(2, 3)).extracting(written -> written.entry().after()).containsExactly("text 1");
        assertThat(archive().newest(1, 3)).isEmpty();
        assertThat(archive().newest(Long.MAX_VALUE, 1_000)).hasSize(30);
    }

    @Test
    void checksWhatWasWritten() throws Exception {
        write(30);
        Check check = archive().check();
        assertThat(check.problems()).isEmpty();
        assertThat(check.entries()).isEqualTo(30);
        assertThat(check.head()).isEqualTo(archive().newest(Long.MAX_VALUE, 1).get(0).hash()).hasSize(64);
        assertThat(check.firstAtMillis()).isEqualTo(1_763_816_607_123L);
        assertThat(check.lastAtMillis()).isEqualTo(1_763_816_607_123L);
    }

    @Test
    void exportsEverything() throws Exception {
        write(3);
        assertThat(exported(Form.JSONL).lines()).hasSize(3)
                .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"));
        assertThat(exported(Form.CSV).lines()).hasSize(4).anySatisfy(line -> assertThat(line).startsWith("1,2025-11-22"));
    }

    @Test
    void aCellIsNeverAFormula() throws Exception {
        trail().append(AuditTrailContract.entry("=cmd|' /C calc'!A0,\"x\""));
        assertThat(exported(Form.CSV)).contains(",\"'=cmd|' /C calc'!A0,\"\"x\"\"\",");
    }
}
