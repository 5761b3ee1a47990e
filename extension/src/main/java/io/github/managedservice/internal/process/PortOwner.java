package io.github.managedservice.internal.process;

/**
 * Names a process that listens on a port.
 *
 * @param pid the process
 * @param command its command line, as far as we may know it
 */
public record PortOwner(long pid, String command) {}
