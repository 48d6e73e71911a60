// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.evenfloat.application.port.out.Directory;
import org.evenfloat.application.port.out.DirectoryFailure;
import org.evenfloat.domain.access.GroupRoles;

/**
 * Signs in who is known elsewhere: asks the directories in the order of the site file, until one knows the name with
 * that password, and turns his groups into roles. Never asks about a name of this server's own users, makes no users,
 * and lets nobody in whose groups mean nothing here. Safe for several threads, of which few may wait at once.
 */
public final class DirectorySignIn {

    /** Said whatever was wrong. */
    public static final String DENIED = "Name or password is wrong.";

    /** Most that are asked about at the same time; who comes then is told that there is no answer. */
    static final int MOST = 4;

    /** How long it is remembered that a directory did not answer. */
    static final long SILENCE_MILLIS = 60_000;

    private static final int LONGEST_PASSWORD = 256;

    /**
     * A directory and what its groups mean.
     *
     * @param directory knows names and passwords
     * @param roles what its groups may here
     */
    public record Door(Directory directory, GroupRoles roles) {}

    private final List<Door> doors;
    private final Predicate<String> local;
    private final InstantSource wallClock;
    private final BiConsumer<String, DirectoryFailure> failures;
    private final Semaphore places = new Semaphore(MOST);
    private volatile long silentUntilMillis = Long.MIN_VALUE;

    /**
     * @param doors in the order in which they are asked; may be none
     * @param local whether a user of this server has that name, disabled ones too; asked in small letters
     * @param wallClock how long a silence is remembered
     * @param failures is told which directory could not be asked and why, for the log
     */
    public DirectorySignIn(
            List<Door> doors, Predicate<String> local, InstantSource wallClock,
            BiConsumer<String, DirectoryFailure> failures) {
        this.doors = List.copyOf(doors);
        this.local = local;
        this.wallClock = wallClock;
        this.failures = failures;
    }

    /**
     * Returns what to say to who is denied, whether he has the name of a local user or not: so the answer tells
     * nothing about the name even while a directory is silent.
     */
    public String denial() {
        long left = silentUntilMillis - wallClock.millis();
        return left > 0 && left <= SILENCE_MILLIS
                ? DENIED + " A directory of the company does not answer at present: who has his name there cannot sign"
                        + " in now; users of this server can."
                : DENIED;
    }

    /** Checks a name and a password elsewhere; waits for the directories, each a few seconds at most. */
    public DirectoryAnswer check(String typed, String password) {
        Optional<String> name = Guest.name(typed);
        boolean fit = !password.isEmpty() && password.length() <= LONGEST_PASSWORD;
        if (doors.isEmpty() || !fit || name.isEmpty() || local.test(name.get())) {
            return DirectoryAnswer.denied(denial());
        }
        if (!places.tryAcquire()) {
            noteSilence();
            return DirectoryAnswer.denied(denial());
        }
        try {
            return ask(name.get(), password);
        } finally {
            places.release();
        }
    }

    private DirectoryAnswer ask(String name, String password) {
        boolean allAnswered = true;
        for (Door door : doors) {
            try {
                Optional<Set<String>> groups = door.directory().check(name, password);
                if (groups.isPresent()) {
                    return admit(door, name, groups.get());
                }
            } catch (DirectoryFailure failure) {
                allAnswered = false;
                failures.accept(door.directory().name(), failure);
            }
        }
        if (allAnswered) {
            silentUntilMillis = Long.MIN_VALUE;
        } else {
            noteSilence();
        }
        return DirectoryAnswer.denied(denial());
    }

    /** Only who has shown the right password hears that his groups are the matter. */
    private static DirectoryAnswer admit(Door door, String name, Set<String> groups) {
        String by = door.directory().name();
        return door.roles().grants(groups)
                .map(grants -> DirectoryAnswer.in(Guest.of(name, by, grants)))
                .orElseGet(() -> DirectoryAnswer.withoutRole(noRole(by)));
    }

    static String noRole(String by) {
        return "You are known to the directory (" + by + "), but none of your groups has a role at this server. Ask"
                + " who keeps the site file to give one of them a role under sign-in, " + by + ", roles.";
    }

    private void noteSilence() {
        silentUntilMillis = wallClock.millis() + SILENCE_MILLIS;
    }
}
