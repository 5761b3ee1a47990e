package io.github.managedservice.internal.diagnosis;

import java.util.stream.Stream;

/** Tells a program that went to the background from one that was done. */
final class BackgroundHint implements Hint {

    @Override
    public Stream<String> from(Evidence evidence) {
        int running = evidence.living().running();
        return evidence.exitedWith(0) && running > 0
                ? Stream.of("the process that was started exited with code 0 and left " + running
                        + (running == 1 ? " other process" : " other processes")
                        + " running, as a program does that goes to the background (a daemon): start the program with its"
                        + " option for the foreground")
                : Stream.empty();
    }
}
