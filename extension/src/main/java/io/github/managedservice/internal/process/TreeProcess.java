package io.github.managedservice.internal.process;

import java.time.Duration;

/**
 * Describes a process that belongs to a service, for somebody who has to look for it.
 *
 * @param pid the process
 * @param command its command line, as far as we may know it
 * @param age how long it has been running
 * @param why what makes it the service's, as the end of a sentence that begins with the process
 */
public record TreeProcess(long pid, String command, Duration age, String why) {}
