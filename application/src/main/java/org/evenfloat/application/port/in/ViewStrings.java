// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.util.List;
import java.util.Optional;
import org.evenfloat.domain.topology.Site;

/** Looks at the site as it is now. Never waits. */
public interface ViewStrings {

    /** Returns what is installed, under its present names; another object whenever one of them has changed. */
    Site site();

    /** Returns every string at a glance, in the order of the site file. */
    List<StringStatus> strings();

    /** Returns the newest values of a string, or empty when there is no such string. */
    Optional<StringImage> image(String stringId);
}
