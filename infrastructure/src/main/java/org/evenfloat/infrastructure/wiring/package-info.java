// SPDX-License-Identifier: Apache-2.0
/**
 * Dagger modules: which class serves which port. No decisions.
 */
package org.evenfloat.infrastructure.wiring;
