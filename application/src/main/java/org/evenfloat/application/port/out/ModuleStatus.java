// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

/**
 * Why a module wanted attention.
 *
 * @param restarted it started anew since it was last asked; a module swapped for another shows this too
 * @param resistanceReady a new resistance can be read
 * @param buttonPressed somebody pressed its button
 * @param guardActive its own guard holds the bypass off: voltage or temperature out of range
 * @param fault its self-test found something
 */
public record ModuleStatus(
        boolean restarted, boolean resistanceReady, boolean buttonPressed, boolean guardActive, boolean fault) {}
