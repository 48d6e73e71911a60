// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

/** The version of the program, as its jar file says. */
public final class ProgramVersion {

    private ProgramVersion() {}

    /** Returns the version, such as {@code 0.1.0}. */
    public static String text() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
