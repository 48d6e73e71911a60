// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The rows of one line's images: battery modules first, in order of address, then sensors, in order of address; relay
 * modules have rows of their own, in order of address.
 * Shapes: {@code row} counts from 0 to {@code moduleCount() - 1} for modules, {@code sensorRow} from 0 to
 * {@code sensorCount() - 1} for sensors, {@code relayRow} from 0 to {@code relayModuleCount() - 1} for relay modules.
 */
public final class LineRoster {

    private final String line;
    private final int[] moduleAddresses;
    private final ModuleType[] moduleTypes;
    private final String[] blockIds;
    private final List<Sensor> sensors;
    private final int[] sensorAddresses;
    private final List<RelayModule> relayModules;
    private final int[] relayAddresses;

    private LineRoster(String line, List<Placed> placed, List<Sensor> sensors, List<RelayModule> relayModules) {
        this.line = line;
        this.moduleAddresses = placed.stream().mapToInt(p -> p.block.module().number()).toArray();
        this.moduleTypes = placed.stream().map(Placed::type).toArray(ModuleType[]::new);
        this.blockIds = placed.stream().map(p -> p.block.id()).toArray(String[]::new);
        this.sensors = List.copyOf(sensors);
        this.sensorAddresses = sensors.stream().mapToInt(sensor -> sensor.address().number()).toArray();
        this.relayModules = List.copyOf(relayModules);
        this.relayAddresses = relayModules.stream().mapToInt(module -> module.address().number()).toArray();
    }

    private record Placed(Block block, ModuleType type) {}

    /**
     * Returns a roster as it was kept somewhere, rows in the order given.
     *
     * @param blocks one per module row, in order of address
     * @param moduleTypes type of the module on each of them
     * @param sensors one per sensor row, in order of address
     */
    public static LineRoster of(
            String line, List<Block> blocks, List<ModuleType> moduleTypes, List<Sensor> sensors) {
        List<Placed> placed = new ArrayList<>();
        for (int row = 0; row < blocks.size(); row++) {
            placed.add(new Placed(blocks.get(row), moduleTypes.get(row)));
        }
        return new LineRoster(line, placed, sensors, List.of());
    }

    static LineRoster of(Site site, String line) {
        List<Placed> placed = new ArrayList<>();
        site.strings().forEach(string -> string.blocks().stream()
                .filter(block -> block.module().line().equals(line))
                .forEach(block -> placed.add(new Placed(block, string.moduleType()))));
        placed.sort(Comparator.comparingInt(p -> p.block.module().number()));
        List<Sensor> sensors = site.sensors().stream()
                .filter(sensor -> sensor.address().line().equals(line))
                .sorted(Comparator.comparingInt(sensor -> sensor.address().number()))
                .toList();
        List<RelayModule> relayModules = site.relayModules().stream()
                .filter(module -> module.address().line().equals(line))
                .sorted(Comparator.comparingInt(module -> module.address().number()))
                .toList();
        return new LineRoster(line, placed, sensors, relayModules);
    }

    /** Returns the id of the line. */
    public String line() {
        return line;
    }

    /** Returns how many battery modules hang on the line. */
    public int moduleCount() {
        return moduleAddresses.length;
    }

    /** Returns how many sensors hang on the line. */
    public int sensorCount() {
        return sensors.size();
    }

    /** Returns the bus address of the module in that row. */
    public int moduleAddress(int row) {
        return moduleAddresses[row];
    }

    /** Returns the type of the module in that row. */
    public ModuleType moduleType(int row) {
        return moduleTypes[row];
    }

    /** Returns the id of the block under the module in that row. */
    public String blockId(int row) {
        return blockIds[row];
    }

    /** Returns the sensor in that sensor row. */
    public Sensor sensor(int sensorRow) {
        return sensors.get(sensorRow);
    }

    /** Returns the bus address of the sensor in that sensor row. */
    public int sensorAddress(int sensorRow) {
        return sensorAddresses[sensorRow];
    }

    /** Returns how many relay modules hang on the line. */
    public int relayModuleCount() {
        return relayModules.size();
    }

    /** Returns the relay module in that relay row. */
    public RelayModule relayModule(int relayRow) {
        return relayModules.get(relayRow);
    }

    /** Returns the bus address of the relay module in that relay row. */
    public int relayAddress(int relayRow) {
        return relayAddresses[relayRow];
    }

    /** Returns the relay row of the relay module at that address, negative when there is none. */
    public int relayRowOf(int address) {
        return Arrays.binarySearch(relayAddresses, address);
    }

    /** Returns the row of the module at that address, negative when there is none. */
    public int rowOf(int address) {
        return Arrays.binarySearch(moduleAddresses, address);
    }

    /** Returns the sensor row of the sensor at that address, negative when there is none. */
    public int sensorRowOf(int address) {
        return Arrays.binarySearch(sensorAddresses, address);
    }
}
