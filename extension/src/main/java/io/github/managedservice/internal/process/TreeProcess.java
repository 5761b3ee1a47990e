package io.github.managedservice.internal.process;

import java.time.Duration;

/** A process of a service, for a message. {@code why} ends a sentence that begins with the process. */
public record TreeProcess(long pid, String command, Duration age, String why) {}
