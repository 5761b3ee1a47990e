package io.github.managedservice.integration.recipes;

import io.github.managedservice.ManagedService;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

@ManagedService(
        name = "shop",
        command = "docker compose --file src/test/resources/recipes/compose.yaml --project-name shop-${port} "
                + "up --abort-on-container-exit",
        env = "REDIS_PORT=${port}",
        readyPattern = "Ready to accept connections",
        stopCommand = "docker compose --file src/test/resources/recipes/compose.yaml --project-name shop-${port} "
                + "down --volumes --timeout 5",
        stopTimeout = 20)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface RedisProject {}
