// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestWordTest {

    private static final List<String> WORDS = List.of("baud", "serial", "sweep-period", "conversion-time");

    @Test
    void findsTheMistypedWord() {
        assertThat(NearestWord.of("buad", WORDS)).contains("baud");
        assertThat(NearestWord.of("sweep_period", WORDS)).contains("sweep-period");
        assertThat(NearestWord.of("Serial", WORDS)).contains("serial");
    }

    @Test
    void findsNothingWhenNoWordIsNear() {
        assertThat(NearestWord.of("temperature", WORDS)).isEmpty();
        assertThat(NearestWord.of("", WORDS)).isEmpty();
        assertThat(NearestWord.of("baud".repeat(100), WORDS)).isEmpty();
    }

    @Test
    void listsOnlyTheFirstOfManyWords() {
        assertThat(NearestWord.list("buad", WORDS))
                .isEqualTo("baud, serial, sweep-period, conversion-time; nearest: baud");
        List<String> many = IntStream.range(0, 100_000).mapToObj(i -> "word" + i).toList();
        assertThat(NearestWord.list("temperature", many)).startsWith("word0, word1, ").endsWith(", word29, …");
    }

    @Test
    void countsChangesOfOneCharacter() {
        assertThat(NearestWord.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(NearestWord.distance("", "abc")).isEqualTo(3);
        assertThat(NearestWord.distance("same", "same")).isZero();
    }
}
