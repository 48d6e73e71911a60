// SPDX-License-Identifier: Apache-2.0
/**
 * What every northbound protocol tells of a site: one table of points, made from the site once, and images of all their
 * values, each from one moment. How a protocol numbers and scales them is its adapter's business.
 */
package org.evenfloat.application.northbound;
