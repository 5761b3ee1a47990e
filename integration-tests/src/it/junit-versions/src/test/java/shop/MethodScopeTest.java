package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.managedservice.ManagedService;
import io.github.managedservice.Scope;
import io.github.managedservice.service.RunningService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Both tests run at the same time, or neither passes. */
@Execution(ExecutionMode.CONCURRENT)
@ManagedService(
        name = "method",
        command = {
            "${java}", "-cp", "${classpath}", "io.github.managedservice.integration.shop.Shop",
            "${port}", "${sys.build}.method", "${sys.journal}"
        },
        scope = Scope.METHOD)
class MethodScopeTest {

    private static final CyclicBarrier BOTH = new CyclicBarrier(2);
    private static final Queue<RunningService> SHOPS = new ConcurrentLinkedQueue<>();

    @Test
    void has_a_shop_of_its_own(RunningService shop, @TempDir Path folder) throws Exception {
        meet(shop, folder);
    }

    @Test
    void has_another_shop(RunningService shop, @TempDir Path folder) throws Exception {
        meet(shop, folder);
    }

    private static void meet(RunningService shop, Path folder) throws Exception {
        SHOPS.add(shop);
        Files.writeString(folder.resolve("port"), Integer.toString(shop.port()));
        BOTH.await(30, TimeUnit.SECONDS);
        assertTrue(shop.isRunning());
    }

    @AfterAll
    static void each_shop_has_ended_with_its_test() {
        assertEquals(2, SHOPS.size());
        SHOPS.forEach(shop -> assertFalse(shop.isRunning()));
    }
}
