package io.github.managedservice.integration.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.managedservice.ServicePort;
import io.github.managedservice.ServiceValue;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

/** Runs what local-servers.md shows. */
@SuppressWarnings("NullAway.Init") // A field is injected.
class LocalServersIT {

    @Nested
    @Postgres
    class ItemTest {

        @Test
        void keeps_an_item(
                @ServiceValue("jdbc:postgresql://${host}:${postgres.port}/postgres?user=postgres") String url)
                throws SQLException {
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute("create table item (name text)");

                assertEquals(1, statement.executeUpdate("insert into item values ('teapot')"));
            }
        }
    }

    @Nested
    @Postgres
    class StockTest {

        @ServiceValue("jdbc:postgresql://${host}:${postgres.port}/")
        private static String server;

        @BeforeAll
        static void create_the_template() throws SQLException {
            execute("postgres", "create database shop_template");
            execute("shop_template", "create table item (name text)", "insert into item values ('teapot')");
        }

        @BeforeEach
        void copy_the_template() throws SQLException {
            execute(
                    "postgres",
                    "drop database if exists shop with (force)",
                    "create database shop template shop_template");
        }

        @Test
        void sells_the_teapot() throws SQLException {
            assertEquals(1, items());

            execute("shop", "delete from item");
        }

        @Test
        void buys_a_cup() throws SQLException {
            assertEquals(1, items());

            execute("shop", "insert into item values ('cup')");
        }

        private static int items() throws SQLException {
            try (Connection connection = connect("shop");
                    Statement statement = connection.createStatement();
                    ResultSet count = statement.executeQuery("select count(*) from item")) {
                count.next();
                return count.getInt(1);
            }
        }

        private static void execute(String database, String... commands) throws SQLException {
            try (Connection connection = connect(database);
                    Statement statement = connection.createStatement()) {
                for (String command : commands) {
                    statement.execute(command);
                }
            }
        }

        private static Connection connect(String database) throws SQLException {
            return DriverManager.getConnection(server + database, "postgres", "");
        }
    }

    @Nested
    @Redis
    class CartTest {

        @BeforeEach
        void reset(@ServicePort int port) {
            try (RedisClient redis = RedisClient.create("127.0.0.1", port)) {
                redis.flushAll();
            }
        }

        @Test
        void stores_a_teapot(@ServicePort int port) {
            finds_nothing_and_stores(port, "teapot");
        }

        @Test
        void stores_a_cup(@ServicePort int port) {
            finds_nothing_and_stores(port, "cup");
        }

        private static void finds_nothing_and_stores(int port, String item) {
            try (RedisClient redis = RedisClient.create("127.0.0.1", port)) {
                assertNull(redis.get("item"));

                redis.set("item", item);
            }
        }
    }
}
