// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import org.evenfloat.application.northbound.ProtocolStatus;

/** Somewhere requests come in. */
interface Listener extends AutoCloseable {

    /** Returns where that is, and why nothing comes in there at the moment. */
    ProtocolStatus.Place place();

    @Override
    void close();
}
