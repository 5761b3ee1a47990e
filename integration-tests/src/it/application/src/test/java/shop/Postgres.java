package shop;

import io.github.managedservice.ManagedService;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

@ManagedService(
        name = "postgres",
        command = {
            "sh",
            "src/test/resources/postgres.sh",
            "${env.POSTGRES_HOME:-/usr/lib/postgresql/16}",
            "${tempDir}",
            "${port}"
        },
        readyPattern = "database system is ready to accept connections",
        stopSignal = "INT")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface Postgres {}
