package shop;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.managedservice.ManagedService;
import io.github.managedservice.Scope;
import io.github.managedservice.ServicePort;
import java.net.InetAddress;
import java.net.Socket;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The tests of a factory share the service of the factory's method. */
@ManagedService(
        name = "dynamic",
        command = {
            "${java}",
            "-cp",
            "${classpath}",
            "io.github.managedservice.integration.shop.Shop",
            "${port}",
            "dynamic",
            "${sys.journal}"
        },
        scope = Scope.METHOD)
class VisitorsTest {

    @TestFactory
    Stream<DynamicTest> reach_the_shop(@ServicePort int port) {
        return IntStream.range(0, 3)
                .mapToObj(each -> dynamicTest(
                        "visitor " + each, () -> new Socket(InetAddress.getLoopbackAddress(), port).close()));
    }
}
