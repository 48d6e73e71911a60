// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityText;
import org.evenfloat.domain.topology.ModuleAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class SiteFileSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode schema() throws Exception {
        return JSON.readTree(SiteTexts.document("site-file.schema.json"));
    }

    private static JsonNode document(String yaml) {
        return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }

    @Test
    void hasTheSameKeysAsTheReader() throws Exception {
        JsonNode definitions = schema().get("$defs");
        List<String> sections = new ArrayList<>();
        definitions.fields().forEachRemaining(field -> {
            if (field.getValue().has("properties")) {
                sections.add(field.getKey());
            }
        });
        assertThat(sections).containsExactlyInAnyOrderElementsOf(KeySet.ALL.stream().map(KeySet::name).toList());
        for (KeySet section : KeySet.ALL) {
            JsonNode definition = definitions.get(section.name());
            List<String> keys = new ArrayList<>();
            definition.get("properties").fieldNames().forEachRemaining(keys::add);
            assertThat(keys).as(section.name()).containsExactlyElementsOf(section.keys());
            assertThat(definition.get("additionalProperties").asBoolean(true)).as(section.name()).isFalse();
        }
    }

    @Test
    void documentNamesEveryKey() {
        String document = SiteTexts.document("site-file.md");
        assertThat(KeySet.ALL).isNotEmpty().allSatisfy(section ->
                assertThat(section.keys()).allSatisfy(key -> assertThat(document).contains("`" + key + "`")));
        assertThat(document).contains("a number from 1 to " + ModuleAddress.MAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "one-string", "six-hundred-modules", "several-lines", "several-strings", "two-lines-one-string", "centre-tap",
        "mixed-age", "own-module-type", "nicd", "li-ion", "breakers", "every-key"
    })
    void acceptsEveryExampleAndTheSameWrittenByTheServer(String name) throws Exception {
        assertThat(SchemaCheck.faults(schema(), document(SiteTexts.example(name)))).isEmpty();
        String written = SiteFileWriter.text(SiteTexts.parse(SiteTexts.example(name)), SiteTexts.ENVIRONMENT);
        assertThat(SchemaCheck.faults(schema(), document(written))).as(written).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "capacity: 80 Ah; capacity: eighty", "- id: L1; - id: L-1", "tcp: 127.0.0.1:4001; colour: red",
        "serial: /dev/ttyUSB0; serial: [a]", "memory: 2 h; memory: 2 days", "evenfloat: 1; evenfloat: 2",
        "port: 8420; port: 70000", "port: 8420; address: battery.local", "port: 8420; names: [a b]",
        "port: 8420; https: perhaps", "port: 8420; certificate: bought", "port: 8420; enabled: 0",
        "port: 8420; token: hunter2hunter2hunter2",
        "[[A1, A2]]; [[A1]]", "chemistry: vrla-agm; chemistry: lead", "9 V to 16 V; 9 V", "\"L2: 9\"; L2-9",
        "cells-per-block: 6; cells-per-block: 99"
    })
    void refusesWhatTheReaderRefuses(String part, String replacement) throws Exception {
        String spoiled = SiteTexts.spoiled(part, replacement);
        assertThat(SchemaCheck.faults(schema(), document(SiteTexts.GOOD))).isEmpty();
        assertThat(SchemaCheck.faults(schema(), document(spoiled))).isNotEmpty();
        assertThat(SiteTexts.problems(spoiled)).isNotEmpty();
    }

    @Test
    void hasTheDefaultsOfTheReader() throws Exception {
        JsonNode definitions = schema().get("$defs");
        HistorySettings history = HistorySettings.STANDARD;
        assertDefault(definitions, "history", "float-interval", Dimension.TIME, history.floatIntervalMillis());
        assertDefault(definitions, "history", "every-sweep-after-event", Dimension.TIME,
                history.everySweepAfterEventMillis());
        assertDefault(definitions, "history", "memory", Dimension.TIME, history.memoryMillis());
        assertDefault(definitions, "history", "max-size", Dimension.SIZE, history.maxSizeBytes());
        assertDefault(definitions, "line", "conversion-time", Dimension.TIME, LineReader.DEFAULT_CONVERSION_MILLIS);
        assertDefault(definitions, "line", "resistance-period", Dimension.TIME,
                LineReader.DEFAULT_RESISTANCE_PERIOD_MILLIS);
        assertThat(definitions.at("/web/properties/port/default").asInt()).isEqualTo(WebSettings.STANDARD.port());
        assertThat(definitions.at("/web/properties/address/default").asText())
                .isEqualTo(WebSettings.STANDARD.address());
        assertThat(definitions.at("/line/properties/baud/default").asInt()).isEqualTo(LineReader.DEFAULT_BAUD);
        assertThat(definitions.at("/snmp/properties/port/default").asInt()).isEqualTo(SnmpReader.DEFAULT_PORT);
        assertThat(definitions.at("/snmp-receiver/properties/port/default").asInt())
                .isEqualTo(SnmpReceiverReader.DEFAULT_PORT);
        assertThat(definitions.at("/file/properties/data-folder/default").asText())
                .isEqualTo(ServerReader.DEFAULT_DATA_FOLDER);
    }

    private static void assertDefault(
            JsonNode definitions, String section, String key, Dimension dimension, long amount) {
        String text = definitions.at("/" + section + "/properties/" + key + "/default").asText();
        assertThat(QuantityText.parse(text, dimension)).as(key).hasValue(amount);
    }

    @Test
    void isPackagedWithTheServer() throws Exception {
        try (InputStream in = SiteFile.class.getResourceAsStream("site-file.schema.json")) {
            assertThat(in.readAllBytes())
                    .isEqualTo(Files.readAllBytes(SiteTexts.DOCS.resolve("site-file.schema.json")));
        }
    }
}
