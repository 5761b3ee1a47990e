package io.github.managedservice.internal.readiness;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;

/** Asks whether a TCP port accepts a connection, and closes it again. */
public final class TcpProbe implements Probe {

    private final String host;
    private final int port;
    private final Duration limit;

    /**
     * Asks a port of a host.
     *
     * @param host name or literal address; an IPv6 address with or without brackets
     * @param port from 1 to 65535
     */
    public TcpProbe(String host, int port) {
        this(host, port, Duration.ofSeconds(1));
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
    }

    @Override
    public Attempt attempt() throws InterruptedException {
        Deadline deadline = Deadline.in(limit);
        try {
            Connection.open(host, port, deadline).close();
            return new Attempt.Ready();
        } catch (UnknownHostException e) {
            return new Attempt.NotYet("failed: unknown host '" + host + "'");
        } catch (ConnectException e) {
            return new Attempt.NotYet("was refused");
        } catch (SocketTimeoutException e) {
            return new Attempt.NotYet("was not answered within " + deadline);
        } catch (IOException e) {
            Connection.throwIfInterrupted();
            return new Attempt.NotYet("failed", String.valueOf(e.getMessage()));
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
