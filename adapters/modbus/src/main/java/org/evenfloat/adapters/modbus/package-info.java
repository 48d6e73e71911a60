// SPDX-License-Identifier: Apache-2.0
/**
 * The MODBUS server: TCP, RTU and ASCII over the same registers. Registers are made once for each image of the site, so an
 * answer is a copy. The maps are data: what stands where, in which form, from which point. Source: MODBUS Application
 * Protocol Specification V1.1b3, MODBUS Messaging on TCP/IP Implementation Guide V1.0b, MODBUS over Serial Line V1.02.
 */
package org.evenfloat.adapters.modbus;
