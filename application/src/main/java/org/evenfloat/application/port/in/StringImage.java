// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

/**
 * The newest values of all blocks of a string. Shapes: {@code values} and {@code qualities} hold one array per
 * {@code MeasurementKind.ordinal()}, each with one entry per block in string order; qualities are
 * {@code Quality.code()}.
 *
 * @param status the string at a glance
 * @param values values in the unit of their kind
 * @param qualities quality codes
 */
public record StringImage(StringStatus status, int[][] values, byte[][] qualities) {}
