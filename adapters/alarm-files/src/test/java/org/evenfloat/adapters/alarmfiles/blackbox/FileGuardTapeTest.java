// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.out.GuardTape;
import org.evenfloat.contracts.GuardTapeContract;
import org.junit.jupiter.api.io.TempDir;

class FileGuardTapeTest extends GuardTapeContract {

    @TempDir
    Path home;

    private FileGuardTape tape;

    @Override
    protected GuardTape openTape() {
        tape = new TapeRig(home, new TapedString(STRING, List.of("A1-1", "A1-2", "A1-3", "A1-4"),
                Optional.of(new TapedBreaker("Q1", TERMS, List.of("A1"))))).open();
        return tape;
    }

    @Override
    protected int boxes() {
        return tape.boxes().size();
    }
}
