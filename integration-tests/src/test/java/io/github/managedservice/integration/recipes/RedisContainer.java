package io.github.managedservice.integration.recipes;

import io.github.managedservice.ManagedService;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

@ManagedService(
        name = "redis",
        command = "docker run --rm --name redis-${port} --publish 127.0.0.1:${port}:6379 redis:7",
        readyPattern = "Ready to accept connections",
        stopCommand = "docker rm --force --volumes redis-${port}")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface RedisContainer {}
