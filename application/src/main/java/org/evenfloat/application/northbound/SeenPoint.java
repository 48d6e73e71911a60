// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

import org.evenfloat.domain.measure.Quality;

/**
 * One value as a client of a protocol sees it.
 *
 * @param address where it is: unit id and register, or an object identifier
 * @param part of the map that it belongs to
 * @param subject id of what it is about, as the site file has it
 * @param name of the value
 * @param form how it stands there
 * @param scale what 1 means; empty for counts, codes and bits
 * @param raw what is transferred, as text
 * @param value what that means, for people; empty when it is not known, or says no more than {@code raw}
 * @param quality how far it may be trusted
 * @param words what it says
 */
public record SeenPoint(
        String address, String part, String subject, String name, String form, String scale, String raw, String value,
        Quality quality, String words) {}
