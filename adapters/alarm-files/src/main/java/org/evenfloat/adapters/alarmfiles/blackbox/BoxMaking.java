// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Makes one file of a box: goes through the tape once for each table, and holds no more than a line of it. */
final class BoxMaking {

    private final OpenBox box;
    private final TapeFolder tape;
    private final BoxShelf shelf;
    private TapeHeader first;
    private String configuration = "";
    private long minutes;
    private String lastMinute = "";
    private boolean stateMissing = true;

    BoxMaking(OpenBox box, TapeFolder tape, BoxShelf shelf) {
        this.box = box;
        this.tape = tape;
        this.shelf = shelf;
    }

    /** Takes what is on the tape; the header is that of the file in which an item is. */
    private interface Taking {
        void take(TapeHeader header, TapeReader.Item item) throws IOException;
    }

    /**
     * Makes the file.
     *
     * @param sealed whether the box records no more
     * @return the seal
     */
    String make(Path file, boolean sealed) throws IOException {
        look();
        String seal;
        try (BoxWriter writer = new BoxWriter(file, box.beganMillis())) {
            if (!configuration.isEmpty()) {
                writer.part(BoxWriter.CONFIGURATION, out -> BoxWriter.line(out, configuration));
            }
            writer.part(BoxWriter.MINUTES, this::minutes);
            writer.part(BoxWriter.FAST, this::fast);
            writer.part(BoxWriter.BREAKER, this::breaker);
            through((header, item) -> state(writer, header, item));
            writer.part(BoxWriter.ABOUT, out -> BoxWriter.line(out, about(sealed)));
            seal = writer.seal();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return seal;
    }

    private void look() throws IOException {
        through((header, item) -> {
            first = first == null ? header : first;
            if (item.sort() == TapeSegment.CONFIGURATION) {
                configuration = item.text();
            }
        });
        if (first == null) {
            throw new IOException("the tape of string " + box.string() + " holds nothing that can be read");
        }
    }

    private void through(Taking taking) throws IOException {
        boolean cut = false;
        for (long number : tape.numbers()) {
            if (number >= box.firstSegment() && Files.exists(tape.file(number))) {
                cut = through(number, cut, taking);
            }
        }
    }

    private boolean through(long number, boolean cutBefore, Taking taking) throws IOException {
        try (TapeReader reader = opened(number)) {
            TapeHeader header = null;
            for (TapeReader.Item item = next(reader); item != null; item = next(reader)) {
                if (header == null) {
                    header = TapeHeader.read(item.text());
                    boolean damaged = cutBefore && header.reason() == TapeHeader.Reason.FULL;
                    header = damaged ? header.because(TapeHeader.Reason.DAMAGED) : header;
                }
                taking.take(header, item);
            }
            return reader == null || reader.cut();
        }
    }

    /** Returns null for a file that the disk does not give; it counts as damaged like one with wrong bytes. */
    private TapeReader opened(long number) {
        try {
            return new TapeReader(tape.file(number));
        } catch (IOException unreadable) {
            return null;
        }
    }

    private static TapeReader.Item next(TapeReader reader) {
        return reader == null ? null : reader.nextReadable();
    }

    private void minutes(OutputStream out) throws IOException {
        BoxWriter.line(out, Csv.line(TapeRows.minuteNames(first.blocks())));
        through((header, item) -> {
            if (item.sort() == TapeSegment.MINUTE) {
                BoxWriter.line(out, item.text());
                minutes++;
                lastMinute = item.text();
            }
        });
    }

    private void breaker(OutputStream out) throws IOException {
        BoxWriter.line(out, Csv.line(TapeRows.BREAKER));
        through((header, item) -> {
            boolean begins = item.sort() == TapeSegment.HEADER;
            if (begins && (header.n() == first.n() || header.reason() != TapeHeader.Reason.FULL)) {
                BoxWriter.line(out, recording(header));
            } else if (item.sort() == TapeSegment.BREAKER) {
                BoxWriter.line(out, item.text());
            }
        });
    }

    private String recording(TapeHeader header) {
        String text = switch (header.reason()) {
            case START -> "The server was started; guard and breaker go on from what they kept.";
            case FULL -> "What was before is not in this box.";
            case GAP -> "Here is a gap: " + header.lost() + " notes were lost or could not be written.";
            case DAMAGED -> "Here is a gap: the end of the tape before was damaged.";
        };
        return TapeRows.breaker(header.n(), header.atMillis(), header.guardMillis(), TapeDetails.RECORDING,
                box.string(), text,
                RecordText.line(new TapeDetails.Recording(header.reason(), header.lost(), header.program(), header.java())),
                null);
    }

    /** Takes the states with which a replay begins; one behind a full file says nothing new. */
    private void state(BoxWriter writer, TapeHeader header, TapeReader.Item item) throws IOException {
        if (item.sort() == TapeSegment.HEADER) {
            stateMissing |= header.reason() != TapeHeader.Reason.FULL;
        } else if (item.sort() == TapeSegment.STATE && stateMissing) {
            stateMissing = false;
            writer.part("state-" + item.n() + ".bin", out -> out.write(item.state()));
        }
    }

    private void fast(OutputStream out) throws IOException {
        BoxWriter.line(out, Csv.line(FastRows.names(first.blocks())));
        for (int i = 1; i <= box.fastTaken().size(); i++) {
            Path packed = shelf.fast(box.name(), i);
            if (Files.exists(packed)) {
                try {
                    BoxWriter.copy(new GZIPInputStream(Files.newInputStream(packed)), out);
                } catch (EOFException | ZipException cut) {
                    BoxWriter.line(out, "the rest of this occasion could not be read");
                }
            }
        }
    }

    private String about(boolean sealed) {
        List<String> last = lastMinute.isEmpty() ? List.of() : Csv.cells(lastMinute.substring(0, Math.min(200,
                lastMinute.length())));
        return "Black box of string " + box.string()
                + ": what its runaway guard and the policy of its breaker decided, and of"
                + " what.\n'evenfloat explain FILE' makes every decision once more and says why. How to read the parts:"
                + " docs/safety-files.md.\n\n"
                + "box: " + box.name() + '\n'
                + "string: " + box.string() + '\n'
                + "began: " + TapeRows.time(box.beganMillis()) + '\n'
                + "beganMillis: " + box.beganMillis() + '\n'
                + "because: " + box.because() + '\n'
                + "highestStage: " + box.stage() + '\n'
                + "recording: " + (sealed ? "over" : "still going on when this file was made") + '\n'
                + "samples: " + minutes + '\n'
                + "lastSample: " + (last.size() > 1 ? last.get(1) : "none") + '\n'
                + "fullRateTakenAt: " + String.join(" ", box.fastTaken()) + '\n'
                + first.text();
    }
}
