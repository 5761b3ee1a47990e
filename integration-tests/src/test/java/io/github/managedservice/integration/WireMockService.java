package io.github.managedservice.integration;

import io.github.managedservice.ManagedService;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A WireMock in a process of its own; ready when it answers. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ManagedService(
        name = "wiremock",
        command = {
            "${java}",
            "-jar",
            "${sys.services.directory}/wiremock.jar",
            "--port",
            "${port}",
            "--bind-address",
            "${host}",
            "--root-dir",
            "${tempDir}",
            "--disable-banner"
        },
        readyUrl = "/__admin/health")
@interface WireMockService {}
