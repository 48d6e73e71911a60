// SPDX-License-Identifier: Apache-2.0
/**
 * What the server needs of the outside. The world's failures are data or checked exceptions here.
 */
package org.evenfloat.application.port.out;
