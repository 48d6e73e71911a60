// SPDX-License-Identifier: Apache-2.0
/**
 * The alarms of a running server: what is looked at with each sweep, what stands, and what people do about it. Only
 * memory is touched here; what has to be kept lies in an outbox for whoever writes it to the disk.
 */
package org.evenfloat.application.alarm;
