// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

/** A message is not what it ought to be. There is only one, without a stack: floods of such messages cost little. */
final class Malformed extends Exception {

    static final Malformed MESSAGE = new Malformed();

    private static final long serialVersionUID = 1;

    private Malformed() {
        super("malformed message", null, false, false);
    }
}
