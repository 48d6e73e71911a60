// SPDX-License-Identifier: Apache-2.0
/**
 * Asks what a company has already who somebody is: LDAP, RADIUS, OpenID Connect. Nothing of it is loaded before a site
 * file names one of them. Not what anybody may: that the application decides.
 */
package org.evenfloat.adapters.directories;
