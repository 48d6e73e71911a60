// SPDX-License-Identifier: Apache-2.0
/**
 * Settings in operation: the desk that keeps versions and puts them into force, and the settings there are, each with
 * what it does. A new setting is one more {@link org.evenfloat.application.settings.LiveSettings}; nothing else changes.
 */
package org.evenfloat.application.settings;
