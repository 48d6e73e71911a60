// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import org.evenfloat.domain.topology.ModuleIdentity;

/** Reads IDENTITY answers. */
final class Identity {

    private Identity() {}

    static ModuleIdentity of(Frame answer) {
        return new ModuleIdentity(answer.u32At(0), answer.u8At(4), answer.u16At(5), answer.u16At(7));
    }
}
