// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import org.evenfloat.application.port.in.CalibrateBlocks;
import org.evenfloat.application.port.in.ViewInterfaces;
import org.evenfloat.application.port.in.ViewLines;
import org.evenfloat.application.port.in.ViewSwitchgear;
import org.evenfloat.application.port.in.WorkOnLines;

/**
 * What commissioning and service need of the server.
 *
 * @param lines the lines at a glance
 * @param work work on a line
 * @param calibration corrections of what modules show
 * @param switchgear relays, inputs and breakers
 * @param interfaces the protocols by which others read the site
 */
public record Commissioning(
        ViewLines lines, WorkOnLines work, CalibrateBlocks calibration, ViewSwitchgear switchgear,
        ViewInterfaces interfaces) {}
