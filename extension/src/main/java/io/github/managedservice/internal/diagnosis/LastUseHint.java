package io.github.managedservice.internal.diagnosis;

import java.util.stream.Stream;

final class LastUseHint implements Hint {

    @Override
    public Stream<String> from(Evidence evidence) {
        return evidence.living().lingering().stream()
                .map(port ->
                        "port " + port + " has connections of its last use in TIME_WAIT for up to 60 s, and the server"
                                + " does not set SO_REUSEADDR: have it set that, or wait before the restart");
    }
}
