// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.adapters.bacsbus.LineSettings;
import org.evenfloat.application.protection.Protection;
import org.evenfloat.infrastructure.site.AlarmContactSettings;
import org.evenfloat.infrastructure.site.BuiltInProfiles;
import org.evenfloat.infrastructure.site.HistorySettings;
import org.evenfloat.infrastructure.site.LineConfiguration;
import org.evenfloat.infrastructure.site.LinePlan;
import org.evenfloat.infrastructure.site.SignInSettings;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.site.SiteFileWriter;
import org.evenfloat.infrastructure.site.WebSettings;
import org.evenfloat.simulator.room.Room;

/** Writes the site file of a simulated room, so that a server can be started on it like on any other site. */
final class RoomSite {

    private static final int BAUD = 115_200;

    /** Simulated modules measure at once, and simulated lines add nothing worth waiting for. */
    private static final int CONVERSION_MILLIS = 1;
    private static final int ALLOWANCE_MILLIS = 20;

    private static final long RESISTANCE_PERIOD_MILLIS = 12 * 3_600_000L;
    private static final HistorySettings HISTORY =
            new HistorySettings(20 * 60_000, 10 * 60_000, 2 * 3_600_000, 2_000_000_000L);

    private RoomSite() {}

    /** Returns the data folder of the site whose file is written into that folder. */
    static Path dataFolder(Path home) {
        return home.toAbsolutePath().normalize().resolve("data");
    }

    /** Writes {@code folder/site.yaml} and returns its path. */
    static Path write(Room room, Path home, int webPort, Optional<InetSocketAddress> clock) throws IOException {
        Path folder = home.toAbsolutePath().normalize();
        List<LineConfiguration> lines = new ArrayList<>();
        for (String line : room.site().lines()) {
            String end = room.ends().get(line);
            LineSettings.Transport transport = end.startsWith("/")
                    ? new LineSettings.Serial(end)
                    : new LineSettings.Tcp("127.0.0.1", Integer.parseInt(end.substring(end.indexOf(':') + 1)));
            lines.add(new LineConfiguration(
                    new LineSettings(line, transport, BAUD, CONVERSION_MILLIS, ALLOWANCE_MILLIS),
                    new LinePlan((int) room.scenario().sweepPeriodMillis(), RESISTANCE_PERIOD_MILLIS)));
        }
        SiteConfiguration configuration = new SiteConfiguration(
                BuiltInProfiles.in(room.site()), lines, HISTORY, new WebSettings("127.0.0.1", webPort, Optional.empty()),
                dataFolder(home), clock, Map.of(), SignInSettings.NONE,
                new AlarmContactSettings(Optional.empty(), Optional.empty(), false,
                        room.scenario().switchgear().alarmContact(), room.scenario().switchgear().buzzer()),
                Protection.STANDARD);
        Path file = folder.resolve("site.yaml");
        Files.createDirectories(folder);
        Files.writeString(file, SiteFileWriter.text(configuration));
        return file;
    }
}
