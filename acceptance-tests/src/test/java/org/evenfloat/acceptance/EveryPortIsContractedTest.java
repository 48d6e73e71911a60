// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A port without a contract, or an implementation without its test of it, fails here. */
class EveryPortIsContractedTest {

    /** Ports of one method without behaviour to agree on. */
    private static final Set<String> WITHOUT_CONTRACT = Set.of("MonotonicClock");

    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("org.evenfloat");

    private static List<JavaClass> ports() {
        List<JavaClass> ports = CLASSES.stream()
                .filter(type -> type.getPackageName().equals("org.evenfloat.application.port.out"))
                .filter(JavaClass::isInterface)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .filter(type -> !type.reflect().isSealed()) // a value of several sorts, which no adapter implements
                .filter(type -> !WITHOUT_CONTRACT.contains(type.getSimpleName()))
                .toList();
        assertThat(ports).as("out-ports").hasSizeGreaterThanOrEqualTo(3);
        return ports;
    }

    @Test
    void everyPortHasAContract() {
        Set<String> contracts = CLASSES.stream()
                .filter(type -> type.getPackageName().startsWith("org.evenfloat.contracts"))
                .filter(type -> type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
        assertThat(ports()).allSatisfy(port -> assertThat(contracts).contains(port.getSimpleName() + "Contract"));
    }

    @Test
    void everyImplementationExtendsItsContract() throws IOException {
        String tests;
        try (Stream<Path> files = Files.walk(Path.of("").toAbsolutePath().getParent())) {
            tests = files.filter(file -> file.toString().contains("/src/test/") && file.toString().endsWith(".java"))
                    .map(EveryPortIsContractedTest::read)
                    .collect(Collectors.joining("\n"));
        }
        for (JavaClass port : ports()) {
            List<JavaClass> implementations = CLASSES.stream()
                    .filter(type -> !type.isInterface() && type.isAssignableTo(port.getName()))
                    .filter(type -> type.getPackageName().startsWith("org.evenfloat.adapters"))
                    .toList();
            assertThat(implementations).as("implementations of " + port.getSimpleName()).isNotEmpty();
            assertThat(tests).contains("extends " + port.getSimpleName() + "Contract");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
