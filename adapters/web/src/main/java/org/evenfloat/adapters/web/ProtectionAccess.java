// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import org.evenfloat.application.port.in.HandleProtection;
import org.evenfloat.application.port.in.ReadBlackBoxes;
import org.evenfloat.application.port.in.ViewProtection;

/**
 * What the API needs of what protects the strings from a thermal runaway.
 *
 * @param view guards and breaker policies as they stand
 * @param handle what people do about them
 * @param boxes what was recorded of strings that got warm
 */
public record ProtectionAccess(ViewProtection view, HandleProtection handle, ReadBlackBoxes boxes) {}
