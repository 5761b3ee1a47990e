package io.github.managedservice.internal.diagnosis;

import java.util.stream.Stream;

/** Tells a program that went to the background from one that was done. */
final class BackgroundHint implements Hint {

    @Override
    public Stream<String> from(Evidence evidence) {
        int running = evidence.living().running();
        return evidence.exitedWith(0) && running > 0
                ? Stream.of("its first process ended well and left " + running
                        + (running == 1 ? " other" : " others")
                        + " running, as a program does that goes to the background: run it in the foreground")
                : Stream.empty();
    }
}
