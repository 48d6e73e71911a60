// SPDX-License-Identifier: Apache-2.0
/**
 * What the server does with the rules of the domain: sweeps, commissioning, history. Threads, clocks and
 * devices come from outside through the ports.
 */
package org.evenfloat.application;
