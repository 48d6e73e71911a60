// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The release's {@code supervise} on a site, and the server that it started. */
final class SupervisedServer implements AutoCloseable {

    private final Program supervisor;

    SupervisedServer(Release release, Path site, Consumer<Map<String, String>> environment, String... options)
            throws Exception {
        List<String> words = new ArrayList<>(List.of(release.folder().resolve("evenfloat").toString(), "supervise"));
        words.addAll(List.of(options));
        words.add(site.toString());
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().keySet().removeIf(name -> name.startsWith("EVENFLOAT") || name.startsWith("_JAVA"));
        builder.environment().put("EVENFLOAT_CACHE", "off");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        environment.accept(builder.environment());
        supervisor = new Program(builder);
    }

    Program supervisor() {
        return supervisor;
    }

    /** Returns the server that runs now; empty between two. */
    Optional<ProcessHandle> server() {
        return ProcessHandle.of(supervisor.pid()).stream().flatMap(ProcessHandle::children)
                .filter(child -> child.info().command().map(command -> command.endsWith("java")).orElse(false))
                .findFirst();
    }

    /** Sends a signal to the server. */
    void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(server().orElseThrow().pid())).inheritIO().start()
                .waitFor(10, TimeUnit.SECONDS);
    }

    /** Ends both; a server that is ill is not waited for. */
    @Override
    public void close() throws InterruptedException {
        Optional<ProcessHandle> server = server();
        supervisor.terminate();
        if (!supervisor.ended(10)) {
            supervisor.kill();
        }
        server.ifPresent(ProcessHandle::destroyForcibly);
    }
}
