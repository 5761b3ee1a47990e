package io.github.managedservice.guarantee.run;

import io.github.managedservice.ManagedService;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The service of a round: the script of its habit. */
@ManagedService(
        name = "habit",
        command = {"${sys.guarantee.shell}", "${sys.guarantee.round}/habit.sh", "root", "${port}", "${port.second}"},
        readyPattern = "^READY$",
        env = "GUARANTEE_TEMP=${tempDir}",
        stopTimeout = 1)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface HabitService {}
