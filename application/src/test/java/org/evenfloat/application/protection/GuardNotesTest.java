// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.protection;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenfloat.application.port.out.GuardNote;
import org.junit.jupiter.api.Test;

class GuardNotesTest {

    private static GuardNote note(long at) {
        return new GuardNote.LearnsAnew(at, at, "A1", "Eva");
    }

    @Test
    void saysWhereNotesAreMissing() throws Exception {
        GuardNotes notes = new GuardNotes(2);
        for (int at = 1; at <= 5; at++) {
            notes.tell(note(at));
        }
        assertThat(notes.lost()).isEqualTo(3);
        assertThat(notes.next(0).atMillis()).isEqualTo(1);
        assertThat(notes.missing()).isZero();
        notes.tell(note(6));
        assertThat(notes.next(0).atMillis()).isEqualTo(2);
        assertThat(notes.missing()).as("they were lost behind this one").isZero();
        assertThat(notes.next(0).atMillis()).isEqualTo(6);
        assertThat(notes.missing()).isEqualTo(3);
        assertThat(notes.next(0)).isNull();
        assertThat(notes.missing()).isZero();
        assertThat(notes.lost()).isEqualTo(3);
    }
}
