package io.github.managedservice.integration.guide;

import io.github.managedservice.ManagedService;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What several-services.md shows: a Redis, declared once for all classes that need one. */
@ManagedService(
        name = "redis",
        command = "redis-server --port ${port} --dir ${tempDir}",
        readyPattern = "Ready to accept connections")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface Redis {}
