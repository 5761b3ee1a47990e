package shop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.managedservice.ManagedService;
import io.github.managedservice.ServicePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@ManagedService(
        name = "shop",
        command = {
            "${java}",
            "-cp",
            "${classpath}",
            "io.github.managedservice.integration.shop.Shop",
            "${port}",
            "shop",
            "${sys.journal}"
        })
class ShopIT {

    @Test
    void has_the_shop_and_the_backend(@ServicePort int port) throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), port).close();

        String pid = Files.readString(Path.of(System.getProperty("backend.pid.file")))
                .strip();
        assertTrue(ProcessHandle.of(Long.parseLong(pid)).isPresent());
    }
}
