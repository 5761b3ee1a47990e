package io.github.managedservice.integration.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.ServiceValue;
import io.github.managedservice.integration.PostgresService;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Keeps its items in a schema of its own, on a server that others use too. */
@PostgresService
abstract class AbstractShop {

    @Test
    void keeps_an_item(@ServiceValue("jdbc:postgresql://${host}:${postgres.port}/postgres?user=postgres") String url)
            throws Exception {
        String schema = getClass().getSimpleName();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
            statement.execute("create table " + schema + ".item (name text)");
            statement.execute("insert into " + schema + ".item values ('teapot of " + schema + "')");

            try (ResultSet items = statement.executeQuery("select name from " + schema + ".item")) {
                assertThat(items.next()).isTrue();
                assertThat(items.getString("name")).isEqualTo("teapot of " + schema);
            }
        }
    }
}
