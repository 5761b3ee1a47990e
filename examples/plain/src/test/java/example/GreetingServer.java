package example;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The service under test: any program would do. It greets the name in the path of the URL. */
class GreetingServer {

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            byte[] greeting = ("Hello, " + exchange.getRequestURI().getPath().substring(1) + "!")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, greeting.length);
            exchange.getResponseBody().write(greeting);
            exchange.close();
        });
        server.start();
        System.out.println("Listening on " + server.getAddress());
    }
}
