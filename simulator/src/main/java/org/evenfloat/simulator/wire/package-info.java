// SPDX-License-Identifier: Apache-2.0
/**
 * The device side of the module bus (docs/module-bus.md): frames, battery modules and sensors that answer them,
 * and the line that they share. Written from the document alone and apart from the server's own codec, so that a
 * mistake made on one side shows on the other.
 *
 * <p>Two clocks meet here and are never mixed: devices live in the room's time (a {@code LongSupplier} in ms,
 * which may run faster than the world's), the line lives in the time of its bits (ns, as {@code System.nanoTime}).
 * No physics, no threads, no sockets: batteries are behind {@link org.evenfloat.simulator.wire.BlockTerminals},
 * transports are in {@code transport}, everything that goes wrong is in {@code fault}.
 */
package org.evenfloat.simulator.wire;
