// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

import java.util.List;

/**
 * A part of what clients see, all of it from one image.
 *
 * @param image number of the image; 0 before the first
 * @param atMillis when it was so, epoch ms
 * @param matching how many points have all words that were searched for
 * @param points some of them, in the order of their addresses
 */
public record SeenPoints(long image, long atMillis, int matching, List<SeenPoint> points) {

    public SeenPoints {
        points = List.copyOf(points);
    }
}
