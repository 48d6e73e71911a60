// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.out.AlarmContact;
import org.evenfloat.application.port.out.ContactFailure;

/**
 * A relay and a buzzer that are files, as Linux shows an output: {@code brightness} of an LED, {@code value} of a GPIO.
 * {@code 1} makes the output active, {@code 0} not. The files have to be there: none is made.
 */
public final class FileContact implements AlarmContact {

    private final Optional<Path> relay;
    private final Optional<Path> buzzer;
    private final boolean inverted;

    /**
     * @param relay file of the relay that holds while all is well
     * @param buzzer file of the buzzer
     * @param inverted whether {@code 0} makes the outputs active
     */
    public FileContact(Optional<Path> relay, Optional<Path> buzzer, boolean inverted) {
        this.relay = relay;
        this.buzzer = buzzer;
        this.inverted = inverted;
    }

    @Override
    public String name() {
        List<String> parts = new ArrayList<>();
        relay.ifPresent(file -> parts.add("relay " + file));
        buzzer.ifPresent(file -> parts.add("buzzer " + file));
        return String.join(", ", parts);
    }

    @Override
    public void show(boolean relayHolds, boolean buzzes) throws ContactFailure {
        ContactFailure first = null;
        try {
            write("relay", relay, relayHolds);
        } catch (ContactFailure e) {
            first = e;
        }
        write("buzzer", buzzer, buzzes); // also when the relay cannot be reached
        if (first != null) {
            throw first;
        }
    }

    private void write(String what, Optional<Path> file, boolean active) throws ContactFailure {
        if (file.isEmpty()) {
            return;
        }
        Path path = file.get();
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                throw new IOException("it is no plain file"); // of which some hold up whoever opens them
            }
            Files.write(path, (active == inverted ? "0\n" : "1\n").getBytes(US_ASCII), StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            String why = e instanceof NoSuchFileException ? "it is not there" : KeptFile.reason(e);
            throw new ContactFailure("The " + what + " " + path + " cannot be set: " + why
                    + " (check that file and the rights of the server's user on it).", e);
        }
    }
}
