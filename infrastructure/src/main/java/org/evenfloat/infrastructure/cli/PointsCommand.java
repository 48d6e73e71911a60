// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.evenfloat.adapters.modbus.PublishedMap;
import org.evenfloat.adapters.snmp.mib.PublishedMib;
import org.evenfloat.application.northbound.PointTable;
import org.evenfloat.application.northbound.PublishedPoints;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the registers or objects of a site, for whoever has to enter them elsewhere. */
@Command(
        name = "points",
        description = {
            "Prints every MODBUS register or SNMP object of a site:",
            "what a PLC, SCADA or network manager can read of it."
        },
        mixinStandardHelpOptions = true)
final class PointsCommand implements Callable<Integer> {

    /** Whose they are. */
    enum Protocol {
        MODBUS,
        SNMP
    }

    /** How they are printed. */
    enum Form {
        CSV,
        JSON,
        MD
    }

    @Parameters(paramLabel = "SITEFILE", description = "The site file, see docs/site-file.md.")
    private Path siteFile;

    @Option(names = "--protocol", paramLabel = "NAME", defaultValue = "modbus",
            description = "modbus or snmp (default: ${DEFAULT-VALUE}).")
    private Protocol protocol;

    @Option(names = "--as", paramLabel = "FORM", defaultValue = "md",
            description = "csv, json or md (default: ${DEFAULT-VALUE}).")
    private Form form;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandFailure, JsonProcessingException {
        SiteConfiguration configuration = CheckCommand.read(siteFile);
        PublishedPoints map = map(configuration);
        PrintWriter out = spec.commandLine().getOut();
        switch (form) {
            case CSV -> map.csv().forEach(out::println);
            case MD -> map.markdown().forEach(out::println);
            case JSON -> out.println(new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(map.rows().stream().map(row -> object(map, row)).toList()));
        }
        out.flush();
        return ExitCode.DONE;
    }

    private PublishedPoints map(SiteConfiguration configuration) {
        PointTable table = new PointTable(configuration.site());
        return protocol == Protocol.MODBUS ? PublishedMap.table(table, configuration.northbound().modbus())
                : PublishedMib.table(table, configuration.northbound().snmp().settings());
    }

    private static Map<String, Object> object(PublishedPoints map, List<String> row) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            String column = map.head().get(i);
            object.put(column, map.numbers().contains(column) ? (Object) Long.valueOf(row.get(i)) : row.get(i));
        }
        return object;
    }
}
