// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** mbpoll, which reads and writes registers as people do it at a terminal. */
final class Mbpoll {

    private static final Pattern VALUE = Pattern.compile("\\[(\\d+)]:\\s+(-?\\d+)");

    private final List<String> how;
    private final String where;

    private Mbpoll(List<String> how, String where) {
        this.how = how;
        this.where = where;
    }

    static Mbpoll tcp(int port) {
        ExternalTool.require(Tool.there("mbpoll"), "mbpoll", "mbpoll");
        return new Mbpoll(List.of("-m", "tcp", "-p", Integer.toString(port)), "127.0.0.1");
    }

    static Mbpoll rtu(String terminal, int baud) {
        ExternalTool.require(Tool.there("mbpoll"), "mbpoll", "mbpoll");
        return new Mbpoll(List.of("-m", "rtu", "-b", Integer.toString(baud), "-P", "none", "-s", "2"), terminal);
    }

    private String run(List<String> what, String... values) throws Exception {
        List<String> words = new ArrayList<>(List.of("mbpoll"));
        words.addAll(how);
        words.addAll(List.of("-a", "1", "-0", "-1", "-o", "5"));
        words.addAll(what);
        words.add(where);
        words.addAll(List.of(values));
        return Tool.run(words.toArray(String[]::new));
    }

    /** Returns registers by their addresses. */
    Map<Integer, Integer> registers(int first, int count) throws Exception {
        String told = run(List.of("-r", Integer.toString(first), "-c", Integer.toString(count)));
        Map<Integer, Integer> values = new LinkedHashMap<>();
        Matcher matcher = VALUE.matcher(told);
        while (matcher.find()) {
            values.put(Integer.valueOf(matcher.group(1)), Integer.parseInt(matcher.group(2)) & 0xFFFF);
        }
        if (values.size() != count) {
            throw new AssertionError(told);
        }
        return values;
    }

    /** Writes a coil and returns what mbpoll says. */
    String coil(int address, boolean on) throws Exception {
        return run(List.of("-t", "0", "-r", Integer.toString(address)), on ? "1" : "0");
    }

    /** Writes registers and returns what mbpoll says. */
    String write(int address, int... values) throws Exception {
        return run(List.of("-t", "4", "-r", Integer.toString(address)),
                Arrays.stream(values).mapToObj(Integer::toString).toArray(String[]::new));
    }
}
