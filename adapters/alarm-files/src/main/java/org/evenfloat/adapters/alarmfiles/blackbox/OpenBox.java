// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenfloat.adapters.alarmfiles.PrivateFiles;
import org.evenfloat.domain.runaway.RunawayStage;

/**
 * A black box that still records: where it begins on the tape, and what has become of it so far.
 *
 * @param name its name, without an end
 * @param string id of the string
 * @param beganMillis when it began, epoch ms
 * @param beganGuardMillis the same by the clock of the guard
 * @param because why, for people
 * @param firstSegment number of the file of the tape with which it begins
 * @param stage the highest stage reached
 * @param calmGuardMillis since when the string has been normal or disconnected; {@link #NOT_CALM} while it is not
 * @param fastUntilMillis until when full-rate values have been taken, epoch ms
 * @param fastTaken occasions on which that was done
 */
record OpenBox(
        String name, String string, long beganMillis, long beganGuardMillis, String because, long firstSegment,
        RunawayStage stage, long calmGuardMillis, long fastUntilMillis, List<String> fastTaken) {

    static final long NOT_CALM = Long.MIN_VALUE;

    OpenBox {
        fastTaken = List.copyOf(fastTaken);
    }

    OpenBox reached(RunawayStage now) {
        return new OpenBox(name, string, beganMillis, beganGuardMillis, because, firstSegment,
                now.compareTo(stage) > 0 ? now : stage, calmGuardMillis, fastUntilMillis, fastTaken);
    }

    OpenBox calmSince(long guardMillis) {
        return new OpenBox(name, string, beganMillis, beganGuardMillis, because, firstSegment, stage, guardMillis,
                fastUntilMillis, fastTaken);
    }

    OpenBox fast(String occasion, long untilMillis) {
        List<String> taken = new ArrayList<>(fastTaken);
        taken.add(occasion);
        return new OpenBox(name, string, beganMillis, beganGuardMillis, because, firstSegment, stage, calmGuardMillis,
                untilMillis, taken);
    }

    void keep(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        RecordText.of(this).forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
        PrivateFiles.replace(file, text.toString().getBytes(UTF_8));
    }

    static OpenBox read(Path file) throws IOException {
        return RecordText.read(OpenBox.class, TapeHeader.texts(Files.readString(file)), "");
    }
}
