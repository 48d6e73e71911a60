// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.evenfloat.application.port.out.SafetyMemory;
import org.evenfloat.application.port.out.SafetyMemory.KeptBreaker;
import org.evenfloat.application.port.out.SafetyMemory.KeptGuard;
import org.evenfloat.application.port.out.SafetyMemoryFailure;
import org.evenfloat.contracts.SafetyMemoryContract;
import org.evenfloat.contracts.SeededCases;
import org.evenfloat.domain.runaway.RunawayMemento;
import org.evenfloat.domain.trip.BreakerPast;
import org.evenfloat.domain.trip.ProofResult;
import org.evenfloat.domain.trip.TripHold;
import org.evenfloat.domain.trip.TripMemento;
import org.evenfloat.domain.trip.TripMode;
import org.evenfloat.domain.trip.TripNews;
import org.evenfloat.domain.trip.TripOrder;
import org.evenfloat.domain.trip.TripPhase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSafetyMemoryTest extends SafetyMemoryContract {

    private static final KeptGuard GUARD = new KeptGuard("A1", 1_763_816_607_000L, 60_000, new RunawayMemento(
            RunawayMemento.VERSION, 2, "Eva", new long[] {1, -1}, new double[] {Double.NaN, 25.5}, new short[] {2_500, -7}));
    private static final KeptBreaker BREAKER = new KeptBreaker("Q1", 1_763_816_607_000L,
            new TripMemento(TripMode.ARMED, TripPhase.COUNTDOWN, 240_000, false, true, 1, true, TripHold.NONE, true, false,
                    false, TripMemento.NO_FLOW, TripOrder.NOTHING),
            new BreakerPast(
                    List.of(new BreakerPast.Deed(1_763_816_547_000L, TripNews.COUNTDOWN, TripMode.ARMED, "", 0, "It runs.")),
                    List.of(new BreakerPast.Proof(1_763_000_000_000L, new ProofResult(true, "Eva", 80, 0, true, "")))));

    @TempDir
    Path home;

    @Override
    protected SafetyMemory openMemory() {
        return new FileSafetyMemory(home);
    }

    private Path file(String name) {
        return home.resolve("safety").resolve(name);
    }

    /** Format 1 as it is documented; this test is changed only together with a new format. */
    @Test
    void writesFormatOne() throws Exception {
        openMemory().keep(BREAKER);
        assertThat(HexFormat.of().formatHex(Files.readAllBytes(file("breaker-Q1-1.bin")))).isEqualTo(
                "45465342" + "00000001" + "00025131" + "0000019aaba98d18"
                        + "000541524d4544" + "0009434f554e54444f574e" + "000000000003a980" + "00" + "01" + "00000001" + "01"
                        + "00044e4f4e45" + "01" + "00" + "00" + "ffffffffffffffff" + "00074e4f5448494e47"
                        + "0001" + "0000019aaba8a2b8" + "0009434f554e54444f574e" + "000541524d4544" + "0000" + "00000000"
                        + "000849742072756e732e"
                        + "0001" + "0000019a7afd1e00" + "01" + "0003457661" + "0000000000000050" + "0000000000000000" + "01"
                        + "0000" + "8fcf0b83");
        openMemory().keep(GUARD);
        String guard = HexFormat.of().formatHex(Files.readAllBytes(file("guard-A1-1.bin")));
        assertThat(guard).startsWith("45465347" + "00000001" + "00024131" + "0000019aaba98d18" + "000000000000ea60"
                + "00000001" + "00000002" + "0003457661" + "00000002" + "00000002" + "00000002");
    }

    private static String crc(byte[] file) {
        CRC32 crc = new CRC32();
        crc.update(file, 0, file.length - 4);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    @Test
    void writesFilesThatOthersCannotRead() throws Exception {
        openMemory().keep(GUARD);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("guard-A1-1.bin"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("safety"))))
                .isEqualTo("rwx------");
    }

    @Test
    void noticesEveryByteThatIsMissingOrAnother() throws Exception {
        openMemory().keep(GUARD);
        openMemory().keep(BREAKER);
        for (String name : List.of("guard-A1-1.bin", "breaker-Q1-1.bin")) {
            byte[] whole = Files.readAllBytes(file(name));
            for (int at = 0; at < whole.length; at++) {
                Files.write(file(name), Arrays.copyOf(whole, at));
                assertThat(nothing()).as(name + " ends at " + at).isTrue();
                byte[] spoiled = whole.clone();
                spoiled[at] ^= 1;
                Files.write(file(name), spoiled);
                assertThat(nothing()).as(name + " spoiled at " + at).isTrue();
            }
            SafetyMemory memory = openMemory();
            memory.guard("A1");
            memory.breaker("Q1");
            memory.keep(GUARD);
            memory.keep(BREAKER);
            assertThat(openMemory().guard("A1")).contains(GUARD);
            assertThat(openMemory().breaker("Q1")).contains(BREAKER);
            try (Stream<Path> aside = Files.list(home.resolve("safety"))) {
                assertThat(aside.filter(each -> each.getFileName().toString().startsWith(name + ".damaged-")))
                        .singleElement();
            }
        }
    }

    private boolean nothing() throws SafetyMemoryFailure {
        return openMemory().guard("A1").isEmpty() || openMemory().breaker("Q1").isEmpty();
    }

    /** Numbers that lie although the checksum is right, as of a hand that has been there, must not end in an exception. */
    @Test
    void survivesAnyNumbersUnderARightChecksum() throws Exception {
        openMemory().keep(GUARD);
        openMemory().keep(BREAKER);
        SeededCases.check("no exception", 400, draw -> {
            String name = draw.pick(List.of("guard-A1-1.bin", "breaker-Q1-1.bin"));
            byte[] whole = Files.readAllBytes(file(name));
            byte[] spoiled = whole.clone();
            int at = draw.between(4, whole.length - 5);
            spoiled[at] = (byte) draw.bits();
            ByteBuffer.wrap(spoiled).putInt(spoiled.length - 4, (int) Long.parseLong(crc(spoiled), 16));
            Files.write(file(name), spoiled);
            SafetyMemory memory = openMemory();
            memory.guard("A1");
            memory.breaker("Q1");
            Files.write(file(name), whole);
        });
    }

    @Test
    void oneOfALaterFormatIsKeptAside() throws Exception {
        openMemory().keep(GUARD);
        byte[] later = Files.readAllBytes(file("guard-A1-1.bin"));
        later[7] = 2;
        ByteBuffer.wrap(later).putInt(later.length - 4, (int) Long.parseLong(crc(later), 16));
        Files.write(file("guard-A1-1.bin"), later);
        SafetyMemory memory = openMemory();
        assertThat(memory.guard("A1")).isEmpty();
        memory.keep(GUARD);
        try (Stream<Path> aside = Files.list(home.resolve("safety"))) {
            assertThat(aside.filter(each -> each.toString().contains("damaged"))).singleElement()
                    .satisfies(each -> assertThat(Files.readAllBytes(each)).isEqualTo(later));
        }
    }

    @Test
    void whatAKilledProcessLeftUnfinishedDoesNoHarm() throws Exception {
        openMemory().keep(GUARD);
        Files.write(file("guard-A1-1.bin.new"), new byte[] {1, 2, 3});
        assertThat(openMemory().guard("A1")).contains(GUARD);
        KeptGuard next = new KeptGuard("A1", 5, 6, GUARD.memento());
        openMemory().keep(next);
        assertThat(openMemory().guard("A1")).contains(next);
    }

    @Test
    void oneOfAnotherStringIsNotTaken() throws Exception {
        openMemory().keep(GUARD);
        Files.copy(file("guard-A1-1.bin"), file("guard-A2-1.bin"));
        assertThat(openMemory().guard("A2")).isEmpty();
    }

    @Test
    void saysThatItCannotWriteOrRead() throws Exception {
        Files.writeString(home.resolve("safety"), "a file in its place");
        assertThatThrownBy(() -> openMemory().keep(GUARD)).isInstanceOf(SafetyMemoryFailure.class)
                .hasMessageContaining(file("guard-A1-1.bin").toString()).hasMessageContaining("free space");
        assertThatThrownBy(() -> openMemory().breaker("Q1")).isInstanceOf(SafetyMemoryFailure.class)
                .hasMessageContaining(file("breaker-Q1-1.bin").toString());
    }
}
