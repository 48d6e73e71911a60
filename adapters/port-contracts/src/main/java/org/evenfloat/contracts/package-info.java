// SPDX-License-Identifier: Apache-2.0
/**
 * What every adapter of a port must do, as abstract test classes that adapters extend, and the seeded generator for
 * property tests. Nothing here runs in the server.
 */
package org.evenfloat.contracts;
