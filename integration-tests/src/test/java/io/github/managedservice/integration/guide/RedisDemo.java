package io.github.managedservice.integration.guide;

import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import java.time.Duration;
import redis.clients.jedis.RedisClient;

/** What without-annotations.md shows; run by {@link WithoutAnnotationsIT}. */
public final class RedisDemo {

    public static void main(String... arguments) {
        ServiceSpec spec = ServiceSpec.builder("redis-server --port ${port} --dir ${tempDir}")
                .readyPattern("Ready to accept connections")
                .timeout(Duration.ofSeconds(10))
                .build();

        try (RunningService redis = ServiceLauncher.start(spec);
                RedisClient client = RedisClient.create(redis.uri("redis"))) {
            client.set("item", "teapot");
            System.out.println(client.get("item") + " from pid " + redis.pid());
        }
    }
}
