// SPDX-License-Identifier: Apache-2.0
/**
 * Where events go on their way from the code that noticed them to the log.
 */
package org.evenfloat.application.event;
