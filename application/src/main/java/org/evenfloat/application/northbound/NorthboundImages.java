// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.evenfloat.application.port.in.StringImage;
import org.evenfloat.application.port.in.ViewAlarms;
import org.evenfloat.application.port.in.ViewHealth;
import org.evenfloat.application.port.in.ViewProtection;
import org.evenfloat.application.port.in.ViewSwitchgear;

/** Makes images of all points. Used by one thread; an image costs some microseconds a hundred blocks. */
public final class NorthboundImages {

    private final PointTable table;
    private final Supplier<List<StringImage>> strings;
    private final ViewAlarms alarms;
    private final ViewSwitchgear switchgear;
    private final ViewProtection protection;
    private final ViewHealth health;
    private final InstantSource wallClock;
    private long number;

    /**
     * @param strings all strings as they were after one decision, in the order of the site
     * @param wallClock stamps images
     */
    public NorthboundImages(
            PointTable table, Supplier<List<StringImage>> strings, ViewAlarms alarms, ViewSwitchgear switchgear,
            ViewProtection protection, ViewHealth health, InstantSource wallClock) {
        this.table = table;
        this.strings = strings;
        this.alarms = alarms;
        this.switchgear = switchgear;
        this.protection = protection;
        this.health = health;
        this.wallClock = wallClock;
    }

    /** Returns the points. */
    public PointTable table() {
        return table;
    }

    /** Returns all values as they are now. */
    public NorthboundImage make() {
        long now = wallClock.millis();
        PointSheet sheet = new PointSheet(table);
        // Alarms first: an alarm that is told has its cause in the values, never the other way round.
        ViewAlarms.Standing standing = alarms.standing();
        new StringPoints(sheet).put(strings.get(), protection.strings());
        AlarmPoints.put(sheet, standing);
        SitePoints.put(sheet, standing, health.health(), now);
        SwitchPoints.put(sheet, switchgear, protection.breakers());
        number++;
        return sheet.image(number, now, standing.standing());
    }
}
