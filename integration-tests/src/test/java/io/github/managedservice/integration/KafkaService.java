package io.github.managedservice.integration;

import io.github.managedservice.ManagedService;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A Kafka of one node, broker and controller in one; ready when it says so. */
@ManagedService(
        name = "kafka",
        command = {
            "${java}",
            "-Xmx512m",
            "-cp",
            "${classpath}",
            "io.github.managedservice.integration.KafkaNode",
            "${tempDir}",
            "${port}",
            "${port.controller}"
        },
        readyPattern = "Kafka Server started",
        timeout = 60)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface KafkaService {}
