package io.github.managedservice.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.ServiceValue;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

@PostgresService
class PostgresIT {

    @Test
    void keeps_a_row(@ServiceValue("jdbc:postgresql://${host}:${postgres.port}/postgres?user=postgres") String url)
            throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table item (name text)");
            statement.execute("insert into item values ('teapot')");

            try (ResultSet items = statement.executeQuery("select name from item")) {
                assertThat(items.next()).isTrue();
                assertThat(items.getString("name")).isEqualTo("teapot");
            }
        }
    }
}
