package shop;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** Needs the port of Redis to be made, as a client does. */
@Singleton
final class Cart {

    private final int port;

    Cart(@Value("${redis.port}") int port) {
        this.port = port;
    }

    int port() {
        return port;
    }
}
