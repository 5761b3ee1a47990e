package io.github.managedservice.integration.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.managedservice.InjectService;
import io.github.managedservice.ManagedService;
import io.github.managedservice.ServicePort;
import io.github.managedservice.ServiceValue;
import io.github.managedservice.service.RunningService;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Runs what ports-and-values.md shows. */
class PortsAndValuesIT {

    @AfterAll
    static void restores_system_properties() {
        assertThat(System.getProperty("stock.url")).isNull();
    }

    @Nested
    @ManagedService(
            name = "stock",
            command = {
                "${java}",
                "-jar",
                "target/services/wiremock.jar",
                "--port",
                "${port}",
                "--https-port",
                "${port.https}",
                "--root-dir",
                "${tempDir}"
            },
            readyUrl = "/__admin/health",
            systemProperties = "stock.url=http://${host}:${port}")
    class StockTest {

        @ServicePort(name = "https")
        int httpsPort;

        @Test
        void knows_the_address_of_the_stock(
                @ServicePort int port,
                @ServiceValue("https://${host}:${port.https}/items") URI items,
                @ServiceValue("${tempDir}/mappings") Path mappings,
                @InjectService RunningService stock) {
            assertEquals("http://127.0.0.1:" + port, System.getProperty("stock.url"));
            assertEquals(httpsPort, items.getPort());
            assertEquals(stock.port("https"), httpsPort);
            assertEquals(Path.of(stock.value("${tempDir}"), "mappings"), mappings);
        }
    }

    @Nested
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "echo \"I speak $LANG in $PWD\"; exec sleep 60"},
            readyPattern = "I speak (?<language>\\w+) in (?<directory>.*)",
            env = {"LANG=C", "PATH=/opt/shop/bin:${env.PATH}", "TOKEN=${env.SHOP_TOKEN:-none}"},
            directory = "target")
    class EnvironmentTest {

        @Test
        void is_what_was_declared(
                @ServiceValue("${language}") String language, @ServiceValue("${directory}") Path directory) {
            assertEquals("C", language);
            assertEquals(Path.of("target").toAbsolutePath(), directory);
        }
    }

    @Nested
    @ManagedService(
            name = "reader",
            command = {"sh", "-c", "sleep infinity | exec cat"})
    class InputTest {

        @Test
        void stays_open(@InjectService RunningService reader) {
            assertThat(reader.isRunning()).isTrue();
        }
    }
}
