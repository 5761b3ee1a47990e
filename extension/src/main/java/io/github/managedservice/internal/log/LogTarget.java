package io.github.managedservice.internal.log;

import java.lang.System.Logger.Level;

/** Takes messages for the log. */
interface LogTarget {

    void log(Level level, String message);
}
