package io.github.managedservice.internal.process;

/** {@code host} has brackets if it is an IPv6 address; {@code 0.0.0.0} and {@code [::]} stand for all addresses. */
public record Listener(long pid, String host, int port) {}
