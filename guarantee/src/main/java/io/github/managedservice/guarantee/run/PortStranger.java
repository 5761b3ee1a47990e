package io.github.managedservice.guarantee.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A process that listens on a port of somebody's service, at an address that is not the service's. */
public final class PortStranger {

    private PortStranger() {}

    /**
     * Says when it listens, and goes on until nobody holds its standard input.
     *
     * @param arguments the address and the port
     */
    public static void main(String[] arguments) throws IOException {
        InetAddress address = InetAddress.getByName(arguments[0]);
        try (ServerSocket socket = new ServerSocket(Integer.parseInt(arguments[1]), 1, address)) {
            System.out.println(socket.getLocalPort());
            System.in.transferTo(System.out);
        }
    }
}
