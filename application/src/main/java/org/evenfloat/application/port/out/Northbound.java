// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

import org.evenfloat.application.northbound.NorthboundImage;

/**
 * A protocol by which others read the site. It answers from the newest image that it was shown, each answer from one
 * image only; before the first it answers that values are not known. However slow or broken its clients are, showing it
 * an image never waits for them.
 */
public interface Northbound {

    /** Takes the newest image; the one before is forgotten. Called by one thread, in the order of the images. */
    void show(NorthboundImage image);
}
