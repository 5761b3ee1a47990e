package io.github.managedservice.integration;

import io.github.managedservice.ManagedService;
import io.github.managedservice.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A PostgreSQL with a fresh database cluster, for all test classes together. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ManagedService(
        name = "postgres",
        command = {"sh", "src/test/resources/postgres.sh", "${sys.services.directory}/postgres", "${tempDir}", "${port}"
        },
        readyPattern = "database system is ready to accept connections",
        // TERM would wait until the last client has gone.
        stopSignal = "INT",
        scope = Scope.SESSION)
public @interface PostgresService {}
