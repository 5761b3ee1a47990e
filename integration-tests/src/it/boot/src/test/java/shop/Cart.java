package shop;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Needs the address of Redis to be made, as a client does. */
@Component
record Cart(
        @Value("${spring.data.redis.host}") String host,
        @Value("${spring.data.redis.port}") int port) {}
