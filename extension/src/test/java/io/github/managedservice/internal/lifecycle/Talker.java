package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.service.ServiceSpec;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A program that listens on an address and a port, and answers each connection with a fixed text. */
public final class Talker {

    private Talker() {}

    @SuppressWarnings("InfiniteLoop")
    public static void main(String[] arguments) throws Exception {
        InetAddress address = InetAddress.getByName(arguments[0]);
        try (ServerSocket socket = new ServerSocket(Integer.parseInt(arguments[1]), 50, address)) {
            while (true) {
                try (Socket client = socket.accept()) {
                    client.getInputStream().read(new byte[8192]);
                    client.getOutputStream().write(arguments[2].getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    static ServiceSpec.Builder of(String name, String address, String port, String answer) {
        return ServiceSpec.builder(
                        "${java}",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        "${classpath}",
                        Talker.class.getName(),
                        address,
                        port,
                        answer)
                .name(name);
    }
}
