// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.server;

import java.util.ArrayList;
import java.util.List;
import org.evenfloat.application.history.HistoryRecorder;
import org.evenfloat.application.port.in.Health;
import org.evenfloat.application.port.in.ViewHealth;
import org.evenfloat.application.sweep.SiteView;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.infrastructure.time.Timekeeper;

/** How the running server is doing. */
public final class ServerHealth implements ViewHealth {

    private final String version;
    private final Timekeeper time;
    private final long startedAtMillis;
    private final Lines lines;
    private final SiteView view;
    private final HistoryRecorder history;

    public ServerHealth(String version, Timekeeper time, Lines lines, SiteView view, HistoryRecorder history) {
        this.version = version;
        this.time = time;
        this.startedAtMillis = time.wallClock().millis();
        this.lines = lines;
        this.view = view;
        this.history = history;
    }

    @Override
    public Health health() {
        List<Health.LineHealth> all = new ArrayList<>();
        for (int i = 0; i < lines.all().size(); i++) {
            all.add(line(lines.get(i), view.newest(i)));
        }
        return new Health(
                version, startedAtMillis, time.wallClock().millis(), time.speed(), all, history.health());
    }

    private static Health.LineHealth line(Lines.Line line, SweepImage image) {
        int modules = line.roster().moduleCount();
        if (image == null) {
            return new Health.LineHealth(line.roster().line(), false, "not swept yet", 0, 0, 0, modules, modules);
        }
        int missing = 0;
        for (int row = 0; row < modules; row++) {
            missing += image.quality(MeasurementKind.VOLTAGE, row) == Quality.MISSING ? 1 : 0;
        }
        String problem = image.lineUp() ? "" : line.thread().sweeper().problem();
        return new Health.LineHealth(
                line.roster().line(), image.lineUp(), problem, image.sweep(), image.sampledAtMillis(),
                line.thread().sweepMillis(), modules, missing);
    }
}
