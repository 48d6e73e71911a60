// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A program that a test needs beside Java: without it the test is skipped for a user and fails in CI. */
final class ExternalTool {

    private ExternalTool() {}

    /** Goes on when the tool is there; names what to install otherwise. */
    static void require(boolean there, String tool, String debianPackage) {
        if (there) {
            return;
        }
        String reason = tool + " is missing; on Debian it is in the package " + debianPackage;
        if ("true".equals(System.getenv("CI"))) {
            Assertions.fail(reason);
        }
        System.out.println("SKIPPED: " + reason);
        Assumptions.abort(reason);
    }
}
