package io.github.managedservice.service;

import io.github.managedservice.internal.readiness.HttpProbe;
import io.github.managedservice.internal.readiness.Probe;
import io.github.managedservice.internal.readiness.ReadyStatus;
import io.github.managedservice.internal.readiness.TcpProbe;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

/**
 * What can be asked whether it answers.
 *
 * @param probe the question
 * @param host where it is asked
 * @param port where it is asked
 */
record Address(Probe probe, String host, int port) {

    /**
     * Takes an address apart.
     *
     * @param status those that mean ready, of an HTTP address
     * @param limit how long the start may take
     * @param inOtherProtocol an HTTP address with TLS instead, or without it
     * @throws URISyntaxException if it is none
     * @throws IllegalArgumentException if it has no host, or a port that cannot be
     */
    static Address of(String text, ReadyStatus status, Duration limit, String inOtherProtocol)
            throws URISyntaxException {
        URI uri = new URI(text);
        if (!"tcp".equals(uri.getScheme())) {
            HttpProbe probe = new HttpProbe(uri, status, limit, inOtherProtocol);
            return new Address(probe, uri.getHost(), probe.port());
        }
        if (!status.wanted().isEmpty()) {
            throw new IllegalArgumentException("'tcp://' has no status; 'readyStatus' needs 'http://' or 'https://'");
        }
        if (uri.getHost() == null || uri.getPort() == -1) {
            throw new IllegalArgumentException("'tcp://' needs a host and a port");
        }
        return new Address(new TcpProbe(uri.getHost(), uri.getPort()), uri.getHost(), uri.getPort());
    }
}
