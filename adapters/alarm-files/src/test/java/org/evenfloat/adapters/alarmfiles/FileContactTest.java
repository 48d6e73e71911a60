// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.evenfloat.application.port.out.AlarmContact;
import org.evenfloat.application.port.out.ContactFailure;
import org.evenfloat.contracts.AlarmContactContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileContactTest extends AlarmContactContract {

    @TempDir
    Path outputs;

    private Path relay;
    private Path buzzer;

    @Override
    protected AlarmContact openContact() throws Exception {
        relay = Files.writeString(outputs.resolve("relay"), "0\n");
        buzzer = Files.writeString(outputs.resolve("buzzer"), "0\n");
        return new FileContact(Optional.of(relay), Optional.of(buzzer), false);
    }

    @Override
    protected boolean relayHolds() throws Exception {
        return Files.readString(relay).equals("1\n");
    }

    @Override
    protected boolean buzzes() throws Exception {
        return Files.readString(buzzer).equals("1\n");
    }

    @Override
    protected void breakRelay() throws Exception {
        Files.delete(relay);
    }

    @Override
    protected void mendRelay() throws Exception {
        Files.writeString(relay, "1\n");
    }

    @Test
    void turnsOutputsRound() throws Exception {
        new FileContact(Optional.of(relay), Optional.of(buzzer), true).show(true, false);
        assertThat(relay).hasContent("0");
        assertThat(buzzer).hasContent("1");
    }

    @Test
    void doesWithoutEither() throws Exception {
        new FileContact(Optional.empty(), Optional.of(buzzer), false).show(true, true);
        assertThat(relay).hasContent("0");
        assertThat(buzzer).hasContent("1");
        new FileContact(Optional.of(relay), Optional.empty(), false).show(true, false);
        assertThat(relay).hasContent("1");
        assertThat(buzzer).hasContent("1");
    }

    @Test
    void makesNoFileAndOpensNothingThatCouldHoldItUp() throws Exception {
        Files.delete(relay);
        AlarmContact contact = new FileContact(Optional.of(relay), Optional.empty(), false);
        assertThatThrownBy(() -> contact.show(true, false)).isInstanceOf(ContactFailure.class)
                .hasMessageContaining("is not there").hasMessageContaining(relay.toString());
        assertThat(relay).doesNotExist();
        Files.createDirectory(relay);
        assertThatThrownBy(() -> contact.show(true, false)).isInstanceOf(ContactFailure.class)
                .hasMessageContaining("no plain file");
    }
}
