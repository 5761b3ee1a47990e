package io.github.managedservice.integration.guide;

import java.util.ArrayDeque;
import java.util.Deque;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/** The application under test: stores items in Redis, and keeps those that it cannot store. */
final class Cart implements AutoCloseable {

    private final RedisClient redis;
    private final Deque<String> waiting = new ArrayDeque<>();

    Cart(String host, int port) {
        this.redis = RedisClient.builder()
                .hostAndPort(host, port)
                .clientConfig(
                        DefaultJedisClientConfig.builder().timeoutMillis(500).build())
                .build();
    }

    /** Returns whether all items are stored. */
    boolean add(String item) {
        waiting.add(item);
        return store();
    }

    /** Tries again to store what is waiting, and returns whether all items are stored. */
    boolean store() {
        try {
            while (!waiting.isEmpty()) {
                redis.rpush("items", waiting.element());
                waiting.remove();
            }
            return true;
        } catch (JedisException e) {
            return false;
        }
    }

    @Override
    public void close() {
        redis.close();
    }
}
