// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.evenfloat.application.port.out.SafetyMemory.KeptBreaker;
import org.evenfloat.application.port.out.SafetyMemory.KeptGuard;
import org.evenfloat.domain.trip.BreakerPast;
import org.evenfloat.domain.trip.ProofResult;
import org.evenfloat.domain.trip.TripHold;
import org.evenfloat.domain.trip.TripMemento;
import org.evenfloat.domain.trip.TripMode;
import org.evenfloat.domain.trip.TripNews;
import org.evenfloat.domain.trip.TripOrder;
import org.evenfloat.domain.trip.TripPhase;

/** What is kept of guards and breakers as bytes ({@code docs/safety-files.md}). What is named is written as its name. */
public final class SafetyBytes {

    static final int FORMAT = 1;

    /** {@code EFSG}. */
    private static final int GUARD = 0x45465347;
    /** {@code EFSB}. */
    private static final int BREAKER = 0x45465342;

    private SafetyBytes() {}

    /** Returns the file of a guard. */
    public static byte[] of(KeptGuard guard) throws IOException {
        return CheckedBytes.of(GUARD, FORMAT, out -> {
            CheckedBytes.text(out, guard.string());
            out.writeLong(guard.atMillis());
            out.writeLong(guard.guardMillis());
            MementoBytes.write(guard.memento(), out);
        });
    }

    /** Reads the file of a guard; fails when it is damaged. */
    public static KeptGuard guard(byte[] bytes) throws IOException {
        return CheckedBytes.read(bytes, GUARD, FORMAT, in -> new KeptGuard(
                CheckedBytes.text(in), in.getLong(), in.getLong(), MementoBytes.read(in)));
    }

    static byte[] of(KeptBreaker breaker) throws IOException {
        return CheckedBytes.of(BREAKER, FORMAT, out -> {
            CheckedBytes.text(out, breaker.breaker());
            out.writeLong(breaker.atMillis());
            write(breaker.trip(), out);
            out.writeShort(breaker.past().deeds().size());
            for (BreakerPast.Deed deed : breaker.past().deeds()) {
                out.writeLong(deed.atMillis());
                CheckedBytes.text(out, deed.news().name());
                CheckedBytes.text(out, deed.mode().name());
                CheckedBytes.text(out, deed.who());
                out.writeInt(deed.attempt());
                CheckedBytes.text(out, deed.text());
            }
            out.writeShort(breaker.past().proofs().size());
            for (BreakerPast.Proof proof : breaker.past().proofs()) {
                out.writeLong(proof.atMillis());
                write(proof.result(), out);
            }
        });
    }

    static KeptBreaker breaker(byte[] bytes) throws IOException {
        return CheckedBytes.read(bytes, BREAKER, FORMAT, in -> {
            String id = CheckedBytes.text(in);
            long at = in.getLong();
            TripMemento trip = trip(in);
            List<BreakerPast.Deed> deeds = new ArrayList<>();
            for (int i = Short.toUnsignedInt(in.getShort()); i > 0; i--) {
                deeds.add(new BreakerPast.Deed(in.getLong(), TripNews.valueOf(CheckedBytes.text(in)),
                        TripMode.valueOf(CheckedBytes.text(in)), CheckedBytes.text(in), in.getInt(),
                        CheckedBytes.text(in)));
            }
            List<BreakerPast.Proof> proofs = new ArrayList<>();
            for (int i = Short.toUnsignedInt(in.getShort()); i > 0; i--) {
                proofs.add(new BreakerPast.Proof(in.getLong(), proof(in)));
            }
            return new KeptBreaker(id, at, trip, new BreakerPast(deeds, proofs));
        });
    }

    private static void write(TripMemento trip, DataOutputStream out) throws IOException {
        CheckedBytes.text(out, trip.mode().name());
        CheckedBytes.text(out, trip.phase().name());
        out.writeLong(trip.leftMillis());
        out.writeBoolean(trip.vetoUsed());
        out.writeBoolean(trip.byHand());
        out.writeInt(trip.attempt());
        out.writeBoolean(trip.seenClosed());
        CheckedBytes.text(out, trip.hold().name());
        out.writeBoolean(trip.demanded());
        out.writeBoolean(trip.hot());
        out.writeBoolean(trip.answered());
        out.writeLong(trip.flowsMillis());
        CheckedBytes.text(out, trip.wanted().name());
    }

    private static TripMemento trip(ByteBuffer in) {
        return new TripMemento(
                TripMode.valueOf(CheckedBytes.text(in)), TripPhase.valueOf(CheckedBytes.text(in)), in.getLong(), flag(in),
                flag(in), in.getInt(), flag(in), TripHold.valueOf(CheckedBytes.text(in)), flag(in), flag(in), flag(in),
                in.getLong(), TripOrder.valueOf(CheckedBytes.text(in)));
    }

    private static void write(ProofResult result, DataOutputStream out) throws IOException {
        out.writeBoolean(result.passed());
        CheckedBytes.text(out, result.by());
        out.writeLong(result.openedMillis());
        out.writeLong(result.secondOpenedMillis());
        out.writeBoolean(result.seenByInput());
        CheckedBytes.text(out, result.why());
    }

    private static ProofResult proof(ByteBuffer in) {
        return new ProofResult(
                flag(in), CheckedBytes.text(in), in.getLong(), in.getLong(), flag(in), CheckedBytes.text(in));
    }

    private static boolean flag(ByteBuffer in) {
        return in.get() != 0;
    }
}
