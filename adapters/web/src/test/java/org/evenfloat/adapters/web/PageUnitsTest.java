// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The tests of src/test/web, bundled by esbuild and run by node; each of them is a test here. */
class PageUnitsTest {

    private static final Path SOURCES = Path.of("src/test/web");
    private static final Pattern RESULT = Pattern.compile("^ *(not )?ok \\d+ - (.*?)(?: # [A-Z]{4}.*)?$");

    @TempDir
    private Path bundles;

    /** One test of a file and what was printed about it. */
    private record Result(String name, boolean good, String told) {}

    @TestFactory
    Stream<DynamicTest> unitsOfThePage() throws Exception {
        OutsideTool node = OutsideTool.node();
        List<String> files = testFiles();
        bundle(files);
        List<String> arguments = new ArrayList<>(List.of("--enable-source-maps", "--test", "--test-reporter=tap"));
        files.forEach(file -> arguments.add(bundles.resolve(file.replace(".ts", ".mjs")).toString()));
        OutsideTool.Answer answer = node.run(SOURCES, 300, arguments.toArray(String[]::new));
        answer.text().lines().filter(line -> line.startsWith("# seed ")).forEach(System.out::println);
        List<Result> results = parsed(answer.text());
        assertThat(results).as(answer.text()).hasSizeGreaterThan(files.size());
        assertThat(results.stream().allMatch(Result::good)).as(answer.text()).isEqualTo(answer.code() == 0);
        return results.stream().map(result -> DynamicTest.dynamicTest(result.name(),
                () -> assertThat(result.good()).as(result.name() + "\n" + result.told()).isTrue()));
    }

    private static List<String> testFiles() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            List<String> found = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".test.ts")).sorted().toList();
            assertThat(found).as("tests in " + SOURCES).isNotEmpty();
            return found;
        }
    }

    private void bundle(List<String> files) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(files);
        arguments.addAll(List.of("--bundle", "--format=esm", "--platform=node", "--target=node18", "--jsx=automatic",
                "--jsx-import-source=preact", "--loader:.svg=text", "--loader:.css=empty", "--sourcemap=inline",
                "--log-level=warning", "--out-extension:.js=.mjs", "--outdir=" + bundles));
        OutsideTool.Answer made = new OutsideTool(Path.of(System.getProperty("web.esbuild")))
                .run(SOURCES, 120, arguments.toArray(String[]::new));
        assertThat(made.code()).as(made.text()).isZero();
    }

    /** The results in the lines of the Test Anything Protocol; some nodes also count the file itself, which says nothing. */
    private static List<Result> parsed(String text) {
        List<Result> results = new ArrayList<>();
        StringBuilder told = new StringBuilder();
        for (String line : text.lines().toList()) {
            Matcher result = RESULT.matcher(line);
            if (result.matches()) {
                results.add(new Result(result.group(2), result.group(1) == null, ""));
                told.setLength(0);
            } else if (!results.isEmpty()) {
                told.append(line).append('\n');
                Result last = results.remove(results.size() - 1);
                results.add(new Result(last.name(), last.good(), told.toString()));
            }
        }
        results.removeIf(result -> result.good() && result.name().endsWith(".mjs"));
        return results;
    }
}
