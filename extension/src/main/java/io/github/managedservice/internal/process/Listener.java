package io.github.managedservice.internal.process;

/**
 * A socket on which a process of a service listens.
 *
 * @param pid the process
 * @param host the address, an IPv6 one in brackets; {@code 0.0.0.0} and {@code [::]} stand for all
 * @param port the port
 */
public record Listener(long pid, String host, int port) {}
