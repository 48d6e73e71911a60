// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Modules that do no more than a sweep needs: they answer COLLECT and READ with the last SAMPLE's sequence. */
final class ScriptedDevices implements VirtualLine.Script {

    /** Answer of each address; state bits are completed with the sequence. */
    final TreeMap<Integer, byte[]> answers = new TreeMap<>();
    final TreeMap<Integer, UnaryOperator<byte[]>> inSlot = new TreeMap<>();
    final TreeMap<Integer, UnaryOperator<byte[]>> onRead = new TreeMap<>();
    int sequence;
    /** Whether the next COLLECT finds all devices converting still. */
    boolean stillConverting;

    static ScriptedDevices upTo(int lastAddress) {
        ScriptedDevices devices = new ScriptedDevices();
        for (int address = 1; address <= lastAddress; address++) {
            devices.answers.put(address, Bytes.block(address, 13_000 + address, 250, 0));
        }
        return devices;
    }

    /** Lets the device say nothing at all. */
    void silence(int address) {
        inSlot.put(address, frame -> null);
        onRead.put(address, frame -> null);
    }

    void heal(int address) {
        inSlot.remove(address);
        onRead.remove(address);
    }

    @Override
    public void asked(byte[] request, VirtualLine line) {
        switch (Bytes.type(request)) {
            case 0x41 -> sequence = Bytes.u8(request, 0);
            case 0x42 -> {
                int present = sequence;
                sequence = stillConverting ? present - 1 & 0x0F : present;
                stillConverting = false;
                int base = Bytes.address(request);
                for (int slot = 0; slot < Bytes.u8(request, 0); slot++) {
                    byte[] answer = shaped(base + slot, inSlot);
                    if (answer != null) {
                        line.replyInSlot(slot, 14, answer);
                    }
                }
                sequence = present;
            }
            case 0x43 -> {
                byte[] answer = shaped(Bytes.address(request), onRead);
                if (answer != null) {
                    line.replyInSlot(0, 14, answer);
                }
            }
            default -> { }
        }
    }

    private byte[] shaped(int address, TreeMap<Integer, UnaryOperator<byte[]>> shapes) {
        byte[] answer = answers.get(address);
        return answer == null ? null
                : shapes.getOrDefault(address, UnaryOperator.identity()).apply(withSequence(answer, sequence));
    }

    static byte[] withSequence(byte[] answer, int sequence) {
        byte[] payload = Arrays.copyOfRange(answer, 5, answer.length - 2);
        payload[4] = (byte) (payload[4] & 0xF0 | sequence);
        return Bytes.frame(Bytes.type(answer), Bytes.address(answer), payload);
    }

    /** The addresses of those requests. */
    static List<Integer> addresses(List<byte[]> requests) {
        List<Integer> addresses = new ArrayList<>();
        requests.forEach(request -> addresses.add(Bytes.address(request)));
        return addresses;
    }
}
