// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A machine whose disk hangs or is full, or on which a thread hangs, for one process: a library of ours between that
 * process and the C library, {@code src/test/native/stall.c}, steered through a page of shared memory.
 */
final class SickMachine {

    private static final int PAGE = 4096;
    private static final int COUNT_AT = 4000;

    private final Path library;
    private final Path control;
    private final MappedByteBuffer page;

    /** Compiles the library. */
    SickMachine(Path folder) throws Exception {
        Path compiler = Path.of("/usr/bin/cc");
        ExternalTool.require(Files.isExecutable(compiler), "cc", "gcc");
        library = folder.resolve("stall.so");
        Process made = new ProcessBuilder(
                compiler.toString(), "-shared", "-fPIC", "-O2", "-Wall", "-Werror", "-o", library.toString(),
                "src/test/native/stall.c", "-ldl", "-lpthread").redirectErrorStream(true).start();
        String told = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(made.exitValue()).as(told).isZero();
        control = Files.write(folder.resolve("control"), new byte[PAGE]);
        try (FileChannel channel = FileChannel.open(control, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            page = channel.map(FileChannel.MapMode.READ_WRITE, 0, PAGE);
        }
        page.order(ByteOrder.nativeOrder());
    }

    /** Lets a process fall ill that is started with this environment. */
    void infect(Map<String, String> environment) {
        environment.put("LD_PRELOAD", library.toString());
        environment.put("STALL_CONTROL", control.toString());
    }

    private void tell(char what, String whom) {
        page.put(0, (byte) 0);
        byte[] bytes = (whom + '\0').getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            page.put(1 + i, bytes[i]);
        }
        page.putInt(COUNT_AT, 0);
        page.put(0, (byte) what);
    }

    /** From now on whatever changes files whose path begins so waits. */
    void hang(Path files) {
        tell('h', files.toString());
    }

    /** From now on there is no room for files whose path begins so. */
    void fill(Path files) {
        tell('f', files.toString());
    }

    /** Hangs the thread of that name. */
    void hangThread(String name) {
        tell('t', name);
    }

    /** Makes it well again. */
    void heal() {
        page.put(0, (byte) 0);
    }

    /** Returns how many calls have failed or were made to wait, or how many threads hang. */
    int victims() {
        return page.getInt(COUNT_AT);
    }
}
