// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

/** A payload as it was written when the format was new. */
final class FirstVersion {

    static final String PAYLOAD =
            "01000000546360626160606002624620ea3eff3483010c84fc1b401453058b30572658849189a983c99f51984104cc"
                    + "651260b8c0a0cec0cec00c040c0ccc0c20a2be64e56a666600";

    private FirstVersion() {}
}
