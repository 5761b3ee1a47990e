package io.github.managedservice.internal.readiness;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;

/** Describes that there was no answer, in the same words for all probes, and remembers the longest wait. */
final class Unanswered {

    private static final String REASON = "was not answered";

    private final String host;
    private volatile Duration longest = Duration.ZERO;

    Unanswered(String host) {
        this.host = host;
    }

    /** After a try that took this long. */
    ProbeResult.NotYet because(IOException failure, Duration waited) throws InterruptedException {
        if (failure instanceof UnknownHostException) {
            return new ProbeResult.NotYet(REASON + ": unknown host '" + host + "'");
        }
        if (failure instanceof ConnectException) {
            return new ProbeResult.NotYet(REASON + ": connection refused");
        }
        if (failure instanceof SocketTimeoutException) {
            longest = longest(waited);
            return within(longest);
        }
        Connection.throwIfInterrupted();
        return new ProbeResult.NotYet("failed", String.valueOf(failure.getMessage()));
    }

    /** During a try that has taken this long. */
    ProbeResult.NotYet soFar(Duration waited) {
        return within(longest(waited));
    }

    private Duration longest(Duration waited) {
        return waited.compareTo(longest) > 0 ? waited : longest;
    }

    private static ProbeResult.NotYet within(Duration longest) {
        long seconds = longest.plusMillis(500).toSeconds();
        return new ProbeResult.NotYet(
                REASON, "the longest try waited " + (seconds == 0 ? longest.toMillis() + " ms" : seconds + " s"));
    }
}
