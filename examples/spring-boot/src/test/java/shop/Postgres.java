package shop;

import io.github.managedservice.ManagedService;
import io.github.managedservice.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One PostgreSQL for all test classes of a run. */
@ManagedService(
        name = "postgres",
        command = {
            "sh",
            "src/test/resources/postgres.sh",
            "${env.POSTGRES_HOME:-/usr/lib/postgresql/18}",
            "${tempDir}",
            "${port}"
        },
        readyPattern = "database system is ready to accept connections",
        stopSignal = "INT",
        scope = Scope.SESSION)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface Postgres {}
