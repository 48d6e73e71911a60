// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may import whom (docs/adr/0001). Each rule first asserts that the package it speaks of is not empty. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.evenfloat");

    private static final List<String> ADAPTERS =
            List.of("access", "alarmfiles", "bacsbus", "directories", "historyh2", "modbus", "settingsfiles", "snmp", "web");

    private static void requireClassesIn(String prefix) {
        assertThat(CLASSES.stream().filter(type -> type.getPackageName().startsWith(prefix)).count())
                .as("classes below " + prefix)
                .isPositive();
    }

    @Test
    void domainKnowsOnlyJavaBase() {
        requireClassesIn("org.evenfloat.domain");
        ArchRuleDefinition.classes().that().resideInAPackage("org.evenfloat.domain..")
                .should().onlyDependOnClassesThat().resideInAnyPackage("org.evenfloat.domain..", "java..")
                .check(CLASSES);
        noClasses().that().resideInAPackage("org.evenfloat.domain..")
                .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "java.net..", "java.nio.file..",
                        "java.util.concurrent..", "java.util.logging..")
                .check(CLASSES);
    }

    @Test
    void applicationKnowsOnlyTheDomain() {
        requireClassesIn("org.evenfloat.application");
        ArchRuleDefinition.classes().that().resideInAPackage("org.evenfloat.application..")
                .should().onlyDependOnClassesThat()
                .resideInAnyPackage("org.evenfloat.application..", "org.evenfloat.domain..", "java..")
                .check(CLASSES);
    }

    static Stream<String> adapters() {
        return ADAPTERS.stream();
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void adapterKnowsNoOtherAdapter(String adapter) {
        requireClassesIn("org.evenfloat.adapters." + adapter);
        List<String> others = new ArrayList<>();
        ADAPTERS.stream().filter(other -> !other.equals(adapter))
                .forEach(other -> others.add("org.evenfloat.adapters." + other + ".."));
        noClasses().that().resideInAPackage("org.evenfloat.adapters." + adapter + "..")
                .should().dependOnClassesThat().resideInAnyPackage(others.toArray(String[]::new))
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"domain", "application", "adapters", "simulator"})
    void nobodyKnowsTheCompositionRoot(String part) {
        requireClassesIn("org.evenfloat." + part);
        requireClassesIn("org.evenfloat.infrastructure");
        noClasses().that().resideInAPackage("org.evenfloat." + part + "..")
                .should().dependOnClassesThat().resideInAnyPackage("org.evenfloat.infrastructure..")
                .check(CLASSES);
    }

    @Test
    void everyAdapterIsListed() {
        assertThat(CLASSES.stream()
                        .map(type -> type.getPackageName())
                        .filter(name -> name.startsWith("org.evenfloat.adapters."))
                        .map(name -> name.split("\\.")[3])
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(ADAPTERS);
    }

    @Test
    void daggerStaysInTheCompositionRoot() {
        noClasses().that().resideOutsideOfPackage("org.evenfloat.infrastructure..")
                .should().dependOnClassesThat().resideInAnyPackage("dagger..", "jakarta.inject..")
                .check(CLASSES);
    }

    @Test
    void simulatorAndBusAreWrittenApart() {
        requireClassesIn("org.evenfloat.simulator.wire");
        requireClassesIn("org.evenfloat.adapters.bacsbus");
        noClasses().that().resideInAPackage("org.evenfloat.simulator..")
                .should().dependOnClassesThat().resideInAnyPackage("org.evenfloat.adapters..")
                .check(CLASSES);
        noClasses().that().resideInAPackage("org.evenfloat.adapters..")
                .should().dependOnClassesThat().resideInAnyPackage("org.evenfloat.simulator..")
                .check(CLASSES);
    }

    @Test
    void thereIsOneEqualizer() {
        for (String name : List.of("Equalizer", "ShiftController", "TargetTracker", "EqualizerDiagnosis")) {
            assertThat(CLASSES.stream().filter(type -> type.getSimpleName().equals(name)))
                    .as("classes named " + name)
                    .singleElement()
                    .satisfies(type -> assertThat(type.getPackageName()).isEqualTo("org.evenfloat.domain.equalize"));
        }
        requireClassesIn("org.evenfloat.simulator.verify");
        assertThat(CLASSES.stream()
                        .filter(type -> type.getPackageName().startsWith("org.evenfloat.simulator.verify"))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getPackageName()))
                .as("verify-physics drives the server's own equalizer")
                .contains("org.evenfloat.domain.equalize");
    }

    @Test
    void coreNeverReadsClocksOrDrawsNumbersOrStartsThreads() {
        noClasses().that().resideInAnyPackage("org.evenfloat.domain..", "org.evenfloat.application..")
                .should().callMethod(System.class, "currentTimeMillis")
                .orShould().callMethod(System.class, "nanoTime")
                .orShould().callMethod(Thread.class, "sleep", long.class)
                .orShould().callMethod(java.time.Instant.class, "now")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.Random")
                .orShould().accessField(System.class, "out")
                .orShould().accessField(System.class, "err")
                .check(CLASSES);
    }
}
