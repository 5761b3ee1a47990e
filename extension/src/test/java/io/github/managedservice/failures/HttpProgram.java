package io.github.managedservice.failures;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A program that gives every request the same answer. */
final class HttpProgram {

    private HttpProgram() {}

    /** Serves the address, the port, the status and the body it is told, until it is ended. */
    @SuppressWarnings("InfiniteLoop")
    public static void main(String[] arguments) throws Exception {
        InetAddress address = InetAddress.getByName(arguments[0]);
        String answer = "HTTP/1.1 " + arguments[2] + "\r\n\r\n" + arguments[3];
        try (ServerSocket socket = new ServerSocket(Integer.parseInt(arguments[1]), 50, address)) {
            while (true) {
                try (Socket client = socket.accept()) {
                    client.getInputStream().read(new byte[8192]);
                    client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
    }
}
