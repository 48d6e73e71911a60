// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.topology;

/**
 * One monobloc or cell of a string with the battery module on it.
 *
 * @param id unique on the site, {@code string-number}, such as {@code A1-17}
 * @param number place in the string, from 1 at the positive end
 * @param module address of its battery module
 */
public record Block(String id, int number, ModuleAddress module) {}
