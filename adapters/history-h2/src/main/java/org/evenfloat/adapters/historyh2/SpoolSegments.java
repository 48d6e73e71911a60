// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A queue of byte records in a row of files. A record is its length, the CRC-32 of its bytes, both in 4 bytes, and
 * its bytes. Appends go to the last file; a file is deleted when all of it has been dropped. After a crash a record
 * that is not whole ends its file, and reading begins at the front of the first file again.
 */
final class SpoolSegments {

    private static final Logger LOG = LoggerFactory.getLogger(SpoolSegments.class);
    private static final int HEADER = 2 * Integer.BYTES;
    private static final int LARGEST_RECORD = 64 << 20;

    private final Path folder;
    private final String prefix;
    private final long segmentBytes;
    private final Deque<Segment> segments = new ArrayDeque<>();
    private long nextNumber = 1;
    private long droppedBytes;

    private static final class Segment {

        private final Path file;
        private long bytes;
        private int records;

        Segment(Path file) {
            this.file = file;
        }
    }

    SpoolSegments(Path folder, String prefix, long segmentBytes) {
        this.folder = folder;
        this.prefix = prefix;
        this.segmentBytes = segmentBytes;
    }

    /** Finds what an earlier run left. */
    void load() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().matches(prefix + "-\\d{10}\\.spool"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            nextNumber = Long.parseLong(name.substring(prefix.length() + 1, prefix.length() + 11)) + 1;
            Segment segment = new Segment(file);
            scan(segment);
            if (segment.records == 0) {
                Files.delete(file);
            } else {
                segments.addLast(segment);
            }
        }
    }

    private static void scan(Segment segment) throws IOException {
        try (FileChannel channel = FileChannel.open(
                segment.file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            while (segment.bytes < channel.size()) {
                byte[] record = read(channel, segment.bytes);
                if (record == null) {
                    LOG.warn("{} ends in a record that is not whole; left out", segment.file);
                    channel.truncate(segment.bytes);
                    return;
                }
                segment.bytes += HEADER + record.length;
                segment.records++;
            }
        }
    }

    /** Appends a record, whole or not at all. */
    void append(byte[] record) throws IOException {
        Segment last = segments.peekLast();
        if (last == null || last.bytes >= segmentBytes) {
            last = new Segment(folder.resolve(String.format("%s-%010d.spool", prefix, nextNumber)));
        }
        CRC32 crc = new CRC32();
        crc.update(record);
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + record.length);
        bytes.putInt(record.length).putInt((int) crc.getValue()).put(record).flip();
        try (FileChannel channel = FileChannel.open(
                last.file, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            long at = last.bytes;
            try {
                while (bytes.hasRemaining()) {
                    at += channel.write(bytes, at);
                }
            } catch (IOException failure) {
                channel.truncate(last.bytes);
                throw failure;
            }
        }
        last.bytes += HEADER + record.length;
        last.records++;
        if (last != segments.peekLast()) {
            segments.addLast(last);
            nextNumber++;
        }
    }

    /** Returns the oldest records of the first file, at most {@code limit}; drops a file that is damaged. */
    List<byte[]> first(int limit) throws IOException {
        List<byte[]> records = new ArrayList<>();
        Segment first = segments.peekFirst();
        if (first == null) {
            return records;
        }
        long at = droppedBytes;
        try (FileChannel channel = FileChannel.open(first.file, StandardOpenOption.READ)) {
            while (at < first.bytes && records.size() < limit) {
                byte[] record = read(channel, at);
                if (record == null) {
                    throw new EOFException("damaged at byte " + at);
                }
                records.add(record);
                at += HEADER + record.length;
            }
        } catch (IOException failure) {
            if (records.isEmpty()) {
                LOG.warn("{} cannot be read; {} entries given up", first.file, first.records, failure);
                dropFirstSegment();
                return first(limit);
            }
        }
        return records;
    }

    /** Drops the oldest records of the first file, of which {@link #first} has returned so many at least. */
    void drop(List<byte[]> records) throws IOException {
        Segment first = segments.getFirst();
        first.records -= records.size();
        for (byte[] record : records) {
            droppedBytes += HEADER + record.length;
        }
        if (first.records == 0) {
            dropFirstSegment();
        }
    }

    /** Gives up the first file and returns how many records were in it. */
    int dropFirstSegment() throws IOException {
        Segment first = segments.removeFirst();
        droppedBytes = 0;
        Files.deleteIfExists(first.file);
        return first.records;
    }

    private static byte[] read(FileChannel channel, long at) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        fill(channel, header, at);
        if (header.hasRemaining()) {
            return null;
        }
        int length = header.getInt(0);
        if (length < 0 || length > LARGEST_RECORD || length > channel.size() - at - HEADER) {
            return null;
        }
        ByteBuffer record = ByteBuffer.allocate(length);
        fill(channel, record, at + HEADER);
        CRC32 crc = new CRC32();
        crc.update(record.array());
        return record.hasRemaining() || (int) crc.getValue() != header.getInt(Integer.BYTES) ? null : record.array();
    }

    private static void fill(FileChannel channel, ByteBuffer target, long at) throws IOException {
        long position = at;
        while (target.hasRemaining()) {
            int count = channel.read(target, position);
            if (count < 0) {
                return;
            }
            position += count;
        }
    }

    boolean isEmpty() {
        return segments.isEmpty();
    }

    long bytes() {
        return segments.stream().mapToLong(segment -> segment.bytes).sum();
    }

    int records() {
        return segments.stream().mapToInt(segment -> segment.records).sum();
    }
}
