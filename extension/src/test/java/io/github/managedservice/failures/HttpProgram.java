package io.github.managedservice.failures;

import io.github.managedservice.internal.lifecycle.Talker;

/** A program that gives every request the same answer. */
final class HttpProgram {

    private HttpProgram() {}

    /** Serves the address, the port, the status and the body it is told, until it is ended. */
    public static void main(String[] arguments) throws Exception {
        Talker.main(new String[] {arguments[0], arguments[1], "HTTP/1.1 " + arguments[2] + "\r\n\r\n" + arguments[3]});
    }
}
