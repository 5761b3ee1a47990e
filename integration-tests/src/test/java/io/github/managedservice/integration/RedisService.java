package io.github.managedservice.integration;

import io.github.managedservice.ManagedService;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A Redis of its own for a test class, in memory alone. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ManagedService(
        name = "redis",
        command = {
            "${sys.services.directory}/redis-server",
            "--port",
            "${port}",
            "--bind",
            "${host}",
            "--dir",
            "${tempDir}",
            "--save",
            ""
        },
        readyPattern = "Ready to accept connections",
        timeout = 10)
@interface RedisService {}
