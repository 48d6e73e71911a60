// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

/**
 * ASCII: a colon, hexadecimal digits, their LRC, carriage return and line feed. Source: MODBUS over Serial Line V1.02,
 * §2.5.2.
 */
final class AsciiReader implements FrameReader {

    private static final int MOST = 1 + Answers.MOST_PDU + 1;
    private static final int LEAST = 3;
    private static final int DIGIT = 4;
    private static final int HEX = 16;

    private final byte[] frame = new byte[MOST];
    private int digits = -1;
    private long broken;

    @Override
    public void take(byte[] bytes, int count, long silentNanos, Listener listener) {
        for (int i = 0; i < count; i++) {
            take((char) (bytes[i] & 0x7F), listener);
        }
    }

    private void take(char character, Listener listener) {
        if (character == ':') {
            broken += digits >= 0 ? 1 : 0;
            digits = 0;
        } else if (digits >= 0 && character == '\r') {
            end(listener);
        } else if (digits >= 0) {
            int digit = Character.digit(character, HEX);
            if (digit < 0 || digits >= 2 * MOST) {
                broken++;
                digits = -1;
                return;
            }
            int at = digits / 2;
            frame[at] = (byte) (digits % 2 == 0 ? digit << DIGIT : frame[at] | digit);
            digits++;
        }
    }

    private void end(Listener listener) {
        int length = digits / 2;
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += frame[i];
        }
        boolean sound = digits % 2 == 0 && length >= LEAST && (sum & 0xFF) == 0;
        digits = -1;
        if (sound) {
            listener.request(frame, 0, length - 1);
        } else {
            broken++;
        }
    }

    @Override
    public int frame(byte[] answer, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += answer[i];
        }
        answer[length] = (byte) -sum;
        int end = 1 + 2 * (length + 1);
        for (int i = length; i >= 0; i--) {
            int value = answer[i] & 0xFF;
            answer[1 + 2 * i] = digit(value >> DIGIT);
            answer[2 + 2 * i] = digit(value & 0xF);
        }
        answer[0] = ':';
        answer[end] = '\r';
        answer[end + 1] = '\n';
        return end + 2;
    }

    private static byte digit(int value) {
        return (byte) Character.toUpperCase(Character.forDigit(value, HEX));
    }

    @Override
    public long broken() {
        return broken;
    }
}
