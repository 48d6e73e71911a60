// SPDX-License-Identifier: Apache-2.0
/**
 * What the outside may ask of the server: one interface a use case.
 */
package org.evenfloat.application.port.in;
