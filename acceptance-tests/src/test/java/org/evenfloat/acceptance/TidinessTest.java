// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a source file looks like here. */
class TidinessTest {

    private static final int MAX_FILE_LINES = 400;
    private static final int MAX_METHOD_LINES = 60;
    private static final int MAX_MEDIAN_LINES = 90;
    private static final int MAX_COLUMNS = 125;

    /** A member that begins a body: indented once or twice, ends in an opening brace, is no type. */
    private static final Pattern METHOD = Pattern.compile(
            "^( {4}| {8})(?!.*\\b(class|record|interface|enum|switch|new)\\b)[\\w@<].*\\) (throws [\\w., ]+ )?\\{$");

    private static final Path ROOT = root();

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("evenfloat")) ? here : here.getParent();
    }

    private static List<Path> sources(String suffix) {
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<Path> found = files
                    .filter(file -> file.toString().endsWith(suffix))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList();
            assertThat(found).as(suffix + " files below " + ROOT).isNotEmpty();
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyFileSaysItsLicence() {
        assertThat(sources(".java"))
                .allSatisfy(file -> assertThat(lines(file).get(0)).isEqualTo("// SPDX-License-Identifier: Apache-2.0"));
    }

    @Test
    void filesStayShort() {
        List<Integer> lengths = new ArrayList<>();
        assertThat(sources(".java")).allSatisfy(file -> {
            int length = lines(file).size();
            lengths.add(length);
            assertThat(length).as(file + " in lines").isLessThanOrEqualTo(MAX_FILE_LINES);
        });
        lengths.sort(null);
        assertThat(lengths.get(lengths.size() / 2)).as("median file in lines").isLessThanOrEqualTo(MAX_MEDIAN_LINES);
    }

    @Test
    void linesStayReadable() {
        assertThat(sources(".java")).allSatisfy(file -> assertThat(lines(file))
                .as(file.toString())
                .allSatisfy(line -> assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(MAX_COLUMNS)));
    }

    @Test
    void methodsStayShort() {
        List<String> tooLong = new ArrayList<>();
        int methods = 0;
        for (Path file : sources(".java")) {
            List<String> lines = lines(file);
            for (int i = 0; i < lines.size(); i++) {
                Matcher method = METHOD.matcher(lines.get(i));
                if (method.find() && !isRecord(lines, i)) {
                    methods++;
                    String end = method.group(1) + "}";
                    int last = i + 1;
                    while (last < lines.size() && !lines.get(last).equals(end)) {
                        last++;
                    }
                    if (last - i > MAX_METHOD_LINES) {
                        tooLong.add(file + ":" + (i + 1) + " " + (last - i) + " lines");
                    }
                }
            }
        }
        assertThat(methods).as("methods found").isGreaterThan(300);
        assertThat(tooLong).isEmpty();
    }

    /** Returns whether the brackets that close on that line belong to a record's components. */
    private static boolean isRecord(List<String> lines, int closing) {
        int opening = closing;
        while (opening > 0 && !lines.get(opening).contains("(")) {
            opening--;
        }
        return lines.get(opening).contains(" record ");
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        List<Path> packages = sources(".java").stream().map(Path::getParent).distinct()
                .filter(folder -> folder.toString().contains("src/main"))
                .toList();
        assertThat(packages).allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
    }

    @Test
    void noWastebasketNames() {
        Pattern names = Pattern.compile("(Impl|Manager|Helper|Util|Utils|Data|Info|Service|Port|UseCase)\\.java$");
        assertThat(sources(".java")).noneMatch(file -> names.matcher(file.getFileName().toString()).find());
    }

    @Test
    void testsDoNotSleep() {
        String sleep = "Thread." + "sleep(";
        assertThat(sources(".java")).noneMatch(file -> lines(file).stream().anyMatch(line -> line.contains(sleep)));
    }

    @Test
    void nothingIsLeftForLater() {
        Pattern later = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
        assertThat(sources(".java")).noneMatch(file -> lines(file).stream().anyMatch(line -> later.matcher(line).find()));
    }

    @Test
    void topLevelHoldsNothingElse() throws IOException {
        List<String> allowed = List.of(
                "pom.xml", "README.md", "domain", "application", "adapters", "infrastructure", "simulator",
                "acceptance-tests", "LICENSE", "NOTICE", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "docs",
                "evenfloat", "target", "data");
        try (Stream<Path> top = Files.list(ROOT)) {
            assertThat(top.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith(".")))
                    .allMatch(allowed::contains);
        }
    }
}
