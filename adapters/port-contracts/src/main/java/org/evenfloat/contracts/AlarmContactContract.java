// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenfloat.application.port.out.AlarmContact;
import org.evenfloat.application.port.out.ContactFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link AlarmContact} with a relay and a buzzer does. */
public abstract class AlarmContactContract {

    private AlarmContact contact;

    /** Opens the contact; nothing was shown on it yet. */
    protected abstract AlarmContact openContact() throws Exception;

    /** Returns whether the relay holds, seen from outside. */
    protected abstract boolean relayHolds() throws Exception;

    /** Returns whether the buzzer sounds, heard from outside. */
    protected abstract boolean buzzes() throws Exception;

    /** Makes the relay unreachable; the buzzer stays as it is. */
    protected abstract void breakRelay() throws Exception;

    /** Makes the relay reachable again. */
    protected abstract void mendRelay() throws Exception;

    @BeforeEach
    void openFirst() throws Exception {
        contact = openContact();
    }

    @Test
    void showsEveryCombination() throws Exception {
        for (int i = 0; i < 8; i++) {
            contact.show(i % 2 == 0, i / 2 % 2 == 0);
            assertThat(relayHolds()).as("relay, " + i).isEqualTo(i % 2 == 0);
            assertThat(buzzes()).as("buzzer, " + i).isEqualTo(i / 2 % 2 == 0);
        }
    }

    @Test
    void showsTheSameAgain() throws Exception {
        contact.show(true, true);
        contact.show(true, true);
        assertThat(relayHolds()).isTrue();
        assertThat(buzzes()).isTrue();
    }

    @Test
    void saysThatItCannotBeReachedAndTriesAllItCan() throws Exception {
        contact.show(true, false);
        breakRelay();
        assertThatThrownBy(() -> contact.show(false, true)).isInstanceOf(ContactFailure.class)
                .hasMessageContaining("relay");
        assertThat(buzzes()).as("buzzer, while the relay is away").isTrue();
        mendRelay();
        contact.show(false, false);
        assertThat(relayHolds()).isFalse();
        assertThat(buzzes()).isFalse();
    }

    @Test
    void hasAName() {
        assertThat(contact.name()).isNotBlank();
    }
}
