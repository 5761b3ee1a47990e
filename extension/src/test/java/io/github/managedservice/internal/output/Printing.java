package io.github.managedservice.internal.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** Puts text into a log as a pump would. */
final class Printing {

    private final OutputLog log;

    Printing(OutputLog log) {
        this.log = log;
    }

    void out(String text) {
        print(OutputSource.STDOUT, text.getBytes(UTF_8));
    }

    void err(String text) {
        print(OutputSource.STDERR, text.getBytes(UTF_8));
    }

    private void print(OutputSource source, byte[] bytes) {
        log.append(source, ByteBuffer.wrap(bytes));
    }
}
