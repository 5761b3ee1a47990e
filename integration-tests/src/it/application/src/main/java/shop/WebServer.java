package shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Stands in for Tomcat and Actuator: the build has only what Spring Boot's own tests bring. */
@Component
class WebServer implements DisposableBean {

    private final HttpServer http;
    private final DataSourceProperties database;

    WebServer(ServerProperties server, DataSourceProperties database) throws IOException {
        this.database = database;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), 0);
        http.createContext("/actuator/health", exchange -> answer(exchange, "{\"status\":\"UP\"}"));
        http.createContext("/item", exchange -> answer(exchange, item()));
        http.start();
    }

    private String item() {
        try (Connection connection = DriverManager.getConnection(database.url(), database.username(), "");
                Statement statement = connection.createStatement();
                ResultSet items = statement.executeQuery("select name from item")) {
            return items.next() ? items.getString("name") : "nothing";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void destroy() {
        http.stop(0);
    }
}
