// SPDX-License-Identifier: Apache-2.0
/**
 * The physics of battery strings: voltage, charge, gassing and heat of every block, and what a battery module
 * reads of them. Units are V, A, Ah, Ω, s and °C as doubles; positive current charges. No threads, no clock, no
 * I/O, no devices.
 */
package org.evenfloat.simulator.plant;
