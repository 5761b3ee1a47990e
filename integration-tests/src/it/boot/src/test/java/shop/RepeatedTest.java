package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.managedservice.ManagedService;
import io.github.managedservice.ServiceValue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/** Fails once, so that Surefire runs it again, with another Redis. */
@SpringBootTest
@ManagedService(
        name = "redis",
        command = {"redis-server", "--port", "${port}", "--dir", "${tempDir}"},
        readyPattern = "run_id=(?<run>\\d+)")
class RepeatedTest {

    private static int runs;

    @Test
    void uses_the_redis_of_this_run(@Value("${redis.run}") String seen, @ServiceValue("${run}") String run) {
        assertEquals(run, seen);
        if (++runs == 1) {
            fail("It is run again");
        }
    }
}
