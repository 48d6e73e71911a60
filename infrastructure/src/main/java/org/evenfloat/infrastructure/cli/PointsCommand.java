// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.evenfloat.adapters.modbus.MapRow;
import org.evenfloat.adapters.modbus.PublishedMap;
import org.evenfloat.application.northbound.PointTable;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the registers of a site, for whoever has to enter them elsewhere. */
@Command(
        name = "points",
        description = "Prints every MODBUS register of a site: what a PLC or SCADA can read of it.",
        mixinStandardHelpOptions = true)
final class PointsCommand implements Callable<Integer> {

    private static final List<String> HEAD = List.of(
            "unit", "address", "registers", "segment", "subject", "name", "form", "scale", "map", "access", "what");

    /** How they are printed. */
    enum Form {
        CSV,
        JSON,
        MD
    }

    @Parameters(paramLabel = "SITEFILE", description = "The site file, see docs/site-file.md.")
    private Path siteFile;

    @Option(names = "--as", paramLabel = "FORM", defaultValue = "md",
            description = "csv, json or md (default: ${DEFAULT-VALUE}).")
    private Form form;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandFailure, JsonProcessingException {
        SiteConfiguration configuration = CheckCommand.read(siteFile);
        List<MapRow> rows =
                PublishedMap.of(new PointTable(configuration.site()), configuration.northbound().modbus());
        PrintWriter out = spec.commandLine().getOut();
        switch (form) {
            case CSV -> lines(rows, ",").forEach(out::println);
            case MD -> markdown(rows).forEach(out::println);
            case JSON -> out.println(new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(rows.stream().map(PointsCommand::object).toList()));
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static List<String> cells(MapRow row) {
        return List.of(Integer.toString(row.unit()), Integer.toString(row.address()), Integer.toString(row.registers()),
                row.segment(), row.subject(), row.name(), row.form(), row.scale(), row.published() ? "published" : "ours",
                row.writable() ? "read and write" : "read", row.words());
    }

    private static List<String> lines(List<MapRow> rows, String between) {
        List<String> lines = new ArrayList<>(List.of(String.join(between, HEAD)));
        rows.forEach(row -> lines.add(cells(row).stream().map(PointsCommand::quoted).collect(Collectors.joining(between))));
        return lines;
    }

    private static String quoted(String cell) {
        return cell.contains(",") || cell.contains("\"") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static List<String> markdown(List<MapRow> rows) {
        List<String> lines = new ArrayList<>(List.of(
                "| " + String.join(" | ", HEAD) + " |", "|" + "---|".repeat(HEAD.size())));
        rows.forEach(row -> lines.add("| " + String.join(" | ", cells(row)) + " |"));
        return lines;
    }

    private static Map<String, Object> object(MapRow row) {
        Map<String, Object> object = new LinkedHashMap<>();
        List<String> cells = cells(row);
        for (int i = 0; i < HEAD.size(); i++) {
            object.put(HEAD.get(i), cells.get(i));
        }
        object.put("unit", row.unit());
        object.put("address", row.address());
        object.put("registers", row.registers());
        return object;
    }
}
