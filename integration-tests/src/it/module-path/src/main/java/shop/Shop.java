package shop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Accepts connections until it is ended. */
public final class Shop {

    private Shop() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        try (ServerSocket server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
            while (true) {
                server.accept().close();
            }
        }
    }
}
