// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import java.io.File;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** snmptrapd, with a port for each form of notification, so that it is known which one came; a line each. */
final class TrapReceiver implements AutoCloseable {

    private static final String MARK = "NEWS";

    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final List<String> news = new ArrayList<>();
    private final Program program;

    /**
     * @param configuration whom it takes notifications from
     * @param forms what the ports are for
     */
    TrapReceiver(Path folder, String configuration, String... forms) throws Exception {
        boolean there = new File("/usr/sbin/snmptrapd").canExecute();
        ExternalTool.require(there, "snmptrapd", "snmptrapd");
        List<String> words = new ArrayList<>(List.of("/usr/sbin/snmptrapd", "-f", "-Le", "-On", "-m", "", "-C", "-c",
                Files.writeString(Files.createDirectories(folder).resolve("trapd.conf"), configuration).toString(),
                "--persistentDir=" + folder, "-F", MARK + " %b %N %w %q %v\\n"));
        for (String form : forms) {
            try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
                ports.put(form, free.getLocalPort());
            }
        }
        ports.values().forEach(port -> words.add("udp:127.0.0.1:" + port));
        program = new Program(new ProcessBuilder(words));
        program.awaitText("NET-SNMP version", 20);
    }

    int port(String form) {
        return ports.get(form);
    }

    /** Returns the next line of that form that fulfils the wish; what came to it before that is over. */
    String await(String form, Predicate<String> wish, int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        String place = "[127.0.0.1]:" + ports.get(form) + " ";
        while (true) {
            for (int i = 0; i < news.size(); i++) {
                if (news.get(i).contains(place) && wish.test(news.get(i))) {
                    String found = news.get(i);
                    news.subList(0, i + 1).removeIf(line -> line.contains(place));
                    return found;
                }
            }
            long left = TimeUnit.NANOSECONDS.toSeconds(end - System.nanoTime());
            news.add(program.awaitText(MARK, (int) Math.max(0, left)));
        }
    }

    @Override
    public void close() throws InterruptedException {
        program.close();
    }
}
