package io.github.managedservice.internal.readiness;

import io.github.managedservice.internal.declaration.ReadyStatus;
import java.net.URI;
import java.time.Duration;

/** Probes of one URL, ready with the usual statuses. */
final class HttpProbes {

    private HttpProbes() {}

    static HttpProbe of(URI url) {
        return of(url, Duration.ofHours(1));
    }

    static HttpProbe of(URI url, Duration limit) {
        return new HttpProbe(url, ReadyStatus.USUAL, limit, "another address");
    }

    /** To whom a quarter of a second is slow. */
    static HttpProbe ofImpatient(URI url) {
        return new HttpProbe(url, ReadyStatus.USUAL, Duration.ofHours(1), "https://svc", Duration.ofMillis(10));
    }
}
