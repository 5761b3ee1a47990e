package io.github.managedservice.internal.readiness;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Asks whether a TCP port accepts a connection, and closes it again. */
public final class TcpProbe implements Probe {

    private final String host;
    private final int port;
    private final Unanswered unanswered;
    private Duration limit;

    /** Takes an IPv6 address with or without brackets. */
    public TcpProbe(String host, int port) {
        this(host, port, Deadline.FIRST_TRY);
    }

    TcpProbe(String host, int port, Duration limit) {
        if (host.isBlank()) {
            throw new IllegalArgumentException("A TCP probe needs a host");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("A TCP port is a number from 1 to 65535, not " + port);
        }
        this.host = host;
        this.port = port;
        this.limit = limit;
        this.unanswered = new Unanswered(host);
    }

    @Override
    public ProbeResult attempt() throws InterruptedException {
        Deadline deadline = Deadline.in(limit);
        try {
            Connection.leave(Connection.open(host, port, deadline));
            return new ProbeResult.Ready();
        } catch (IOException e) {
            if (e instanceof SocketTimeoutException) {
                limit = limit.multipliedBy(2);
            }
            return unanswered.because(e, deadline.passed());
        }
    }

    @Override
    public String description() {
        return "connection to " + target();
    }

    private String target() {
        boolean bareIpv6 = host.contains(":") && !host.startsWith("[");
        return (bareIpv6 ? "[" + host + "]" : host) + ":" + port;
    }
}
