// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

/**
 * What has become of something that was done, as it is written down.
 *
 * @param done whether it was done
 * @param before what was there before; may be empty
 * @param after what is there now, or why it was not done; may be empty; never a secret
 */
public record Deed(boolean done, String before, String after) {

    public static Deed done(String after) {
        return new Deed(true, "", after);
    }

    public static Deed changed(String before, String after) {
        return new Deed(true, before, after);
    }

    public static Deed failed(String why) {
        return new Deed(false, "", why);
    }
}
