package io.github.managedservice.integration;

import io.github.managedservice.ManagedService;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Our own HTTP server, from the test class path; ready when it says so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ManagedService(
        name = "greeting",
        command = {"${java}", "-cp", "${classpath}", "io.github.managedservice.integration.GreetingServer", "${port}"},
        readyPattern = "Server - Started",
        timeout = 15)
@interface GreetingService {}
