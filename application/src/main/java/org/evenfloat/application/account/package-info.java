// SPDX-License-Identifier: Apache-2.0
/**
 * Who somebody is and how he proves it: users, passwords, second factors, sessions, tokens of scripts, and who decides
 * about them. Not what he may do: that is decided by {@code application.access}.
 */
package org.evenfloat.application.account;
