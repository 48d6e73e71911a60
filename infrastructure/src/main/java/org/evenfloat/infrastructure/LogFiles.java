// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.recovery.RecoveryListener;
import ch.qos.logback.core.recovery.ResilientFileOutputStream;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Log files in the data folder: one a day or 10 MB, thirty kept, 200 MB at most. */
public final class LogFiles {

    /** Name of the appender that writes into files. */
    static final String APPENDER = "file";

    private LogFiles() {}

    /** Returns the folder of the log files of a data folder. */
    public static Path folder(Path dataFolder) {
        return dataFolder.resolve("log");
    }

    /** Returns the present log file of a data folder. */
    public static Path file(Path dataFolder) {
        return folder(dataFolder).resolve("evenfloat.log");
    }

    /**
     * Begins to log into the folder {@code log} of a data folder, with what was logged since the program began.
     *
     * @param quiet whether the console shall no longer show what the files hold
     */
    public static void begin(Path dataFolder, boolean quiet) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Path file = file(dataFolder);

        ToldFile appender = new ToldFile();
        appender.setContext(context);
        appender.setName(APPENDER);
        appender.setFile(file.toString());
        appender.setEncoder(ConsoleLog.encoder(LogLine.forFile(), context));

        SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(folder(dataFolder) + "/evenfloat-%d{yyyy-MM-dd}.%i.log.gz");
        policy.setMaxFileSize(FileSize.valueOf("10 MB"));
        policy.setMaxHistory(30);
        policy.setTotalSizeCap(FileSize.valueOf("200 MB"));
        policy.start();
        appender.setRollingPolicy(policy);
        appender.start();

        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        if (root.getAppender(APPENDER) instanceof LogQueue queue && !queue.isWritten()) {
            queue.writeTo(appender, appender::refused);
        } else {
            LogQueue queue = new LogQueue(appender, appender::refused);
            queue.start();
            root.addAppender(queue);
        }
        if (quiet) {
            root.detachAppender(ConsoleLog.APPENDER);
        }
    }

    /** Lets what was logged reach files and console before the program ends; waits for a second at most. */
    public static void flush() {
        LogQueue.flush();
    }

    /** Rolling files that say whether the disk takes what is written; the library's drop it without a word. */
    private static final class ToldFile extends RollingFileAppender<ILoggingEvent> implements RecoveryListener {

        private volatile boolean refused;

        boolean refused() {
            return refused;
        }

        @Override
        public void openFile(String name) throws IOException {
            super.openFile(name);
            refused = false;
            ((ResilientFileOutputStream) getOutputStream()).addRecoveryListener(this);
        }

        @Override
        public void newFailure(IOException failure) {
            refused = true;
        }

        @Override
        public void recoveryOccured() {
            refused = false;
        }
    }
}
