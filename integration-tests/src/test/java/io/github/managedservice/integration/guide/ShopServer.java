package io.github.managedservice.integration.guide;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/** A shop that keeps its item in Redis, and goes on without it: PORT REDIS_PORT. */
final class ShopServer {

    private ShopServer() {}

    public static void main(String[] arguments) throws IOException {
        RedisClient redis = RedisClient.create("127.0.0.1", Integer.parseInt(arguments[1]));
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        HttpServer server = HttpServer.create(address, 0);
        server.createContext("/health", exchange -> answer(exchange, 200, "fine"));
        server.createContext("/item", exchange -> sell(exchange, redis));
        server.start();
        System.out.println("The shop is open");
    }

    private static void sell(HttpExchange exchange, RedisClient redis) throws IOException {
        try {
            answer(exchange, 200, String.valueOf(redis.get("item")));
        } catch (JedisException e) {
            System.out.println("WARN Redis is away: " + e.getMessage());
            answer(exchange, 503, "come back later");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
