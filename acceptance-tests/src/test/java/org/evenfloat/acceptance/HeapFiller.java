// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * An agent inside a server that goes wrong when a file appears: it holds on to memory until 95 % of the heap are live,
 * goes on allocating on several threads, and lets others die of a thrown OutOfMemoryError. It takes the file away first,
 * so that the next process is spared.
 */
public final class HeapFiller {

    private static final int LIVE_PERCENT = 95;
    private static final int CHUNK = 64 * 1024;
    private static final int WASTERS = 3;

    private static final List<byte[]> HELD = new ArrayList<>();
    private static volatile Object wasted;

    private HeapFiller() {}

    /** Packs this class as an agent. */
    static Path jar(Path folder) throws Exception {
        Path jar = folder.resolve("filler.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", HeapFiller.class.getName());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Class<?> packed : List.of(HeapFiller.class, Work.class)) {
                String entry = packed.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(entry));
                out.write(packed.getResourceAsStream("/" + entry).readAllBytes());
            }
        }
        return jar;
    }

    /** Called by Java before the server starts, with the path of the file. */
    public static void premain(String file) {
        daemon(() -> {
            CountDownLatch never = new CountDownLatch(1);
            while (!Files.exists(Path.of(file))) {
                never.await(50, TimeUnit.MILLISECONDS);
            }
            Files.delete(Path.of(file));
            fill();
            for (int i = 0; i < WASTERS; i++) {
                daemon(HeapFiller::waste);
                daemon(HeapFiller::die);
            }
        });
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }, "filler");
        thread.setDaemon(true);
        thread.start();
    }

    private static void fill() {
        MemoryPoolMXBean old = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Tenured Gen")).findFirst().orElseThrow();
        long live = 0;
        while (live < LIVE_PERCENT) {
            System.gc();
            MemoryUsage usage = old.getCollectionUsage();
            live = usage.getUsed() * 100 / usage.getMax();
            long missing = usage.getMax() / 100 * LIVE_PERCENT - usage.getUsed();
            for (long held = 0; held <= missing; held += CHUNK) {
                HELD.add(new byte[CHUNK]);
            }
        }
        System.out.println("HeapFiller: " + live + " % of the old generation are live");
    }

    private static void waste() {
        while (true) {
            wasted = new byte[CHUNK / 4];
        }
    }

    private static void die() {
        throw new OutOfMemoryError("thrown by the test");
    }
}
