// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.machine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.evenfloat.application.port.in.CollectSupport;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.infrastructure.LogFiles;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.site.SiteFileWriter;

/** Site file, logs and threads of the running server, without its secrets. */
public final class ServerSupport implements CollectSupport {

    /** Rolled log files, besides the present one. */
    private static final int OLDER_LOGS = 2;

    private static final long LOG_BYTES = 10L << 20;

    private final SiteConfiguration configuration;
    private final Redaction redaction;

    /**
     * @param configuration the site; its secrets are left out
     * @param tokens further secrets that nobody may see
     */
    public ServerSupport(SiteConfiguration configuration, List<String> tokens) {
        this.configuration = configuration;
        List<String> secrets = new ArrayList<>(tokens);
        configuration.web().token().ifPresent(token -> secrets.add(token.value()));
        this.redaction = new Redaction(secrets);
    }

    @Override
    public List<Piece> pieces(Actor who) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(text("site.yaml", () -> SiteFileWriter.text(configuration)));
        pieces.add(text("threads.txt", ThreadPicture::text));
        Path present = LogFiles.file(configuration.dataFolder());
        pieces.add(new Piece("log/" + present.getFileName(), target -> present(present, target)));
        for (Path older : older()) {
            String name = older.getFileName().toString().replaceAll("\\.gz$", "");
            pieces.add(new Piece("log/" + name, target -> older(older, target)));
        }
        return pieces;
    }

    private Piece text(String name, Supplier<String> text) {
        return new Piece(
                name, target -> target.write(redaction.apply(text.get()).getBytes(StandardCharsets.UTF_8)));
    }

    private List<Path> older() {
        Path folder = LogFiles.folder(configuration.dataFolder());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log.gz"))
                    .sorted(Comparator.comparing(ServerSupport::modifiedMillis).reversed())
                    .limit(OLDER_LOGS)
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private static long modifiedMillis(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException gone) {
            return 0;
        }
    }

    private void present(Path file, OutputStream target) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, channel.size() - LOG_BYTES));
            copy(Channels.newInputStream(channel), target);
        } catch (NoSuchFileException nothingLoggedYet) {
            // stays empty
        }
    }

    private void older(Path file, OutputStream target) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            copy(in, target);
        }
    }

    /** Copies whole lines, so that a secret is never cut in two. */
    private void copy(InputStream source, OutputStream target) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(source, StandardCharsets.UTF_8));
        long bytes = 0;
        for (String line = in.readLine(); line != null && bytes < LOG_BYTES; line = in.readLine()) {
            byte[] clean = (redaction.apply(line) + "\n").getBytes(StandardCharsets.UTF_8);
            target.write(clean);
            bytes += clean.length;
        }
    }
}
