// SPDX-License-Identifier: Apache-2.0
/** How blocks age while the server runs: the book of their resistances. The rules are in {@code domain.health}. */
package org.evenfloat.application.health;
