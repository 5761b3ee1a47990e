package io.github.managedservice.integration.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.ServicePort;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import redis.clients.jedis.RedisClient;

@ExtendWith(SshServer.class)
class DatabaseTunnelIT {

    private static final int KILLS = Integer.getInteger("recipes.kills", 3);

    @Nested
    @DatabaseTunnel
    class WhileItRuns {
        @Test
        void leads_to_the_database(@ServicePort int port) {
            try (RedisClient client = RedisClient.create("127.0.0.1", port)) {
                client.set("item", "teapot");

                assertThat(client.get("item")).isEqualTo("teapot");
            }
        }
    }

    @Test
    void is_gone_when_the_jvm_was_killed() throws Exception {
        for (int round = 0; round < KILLS; round++) {
            try (ForkedTests tests = ForkedTests.start(WaitingTestCase.class)) {
                int port = tests.awaitPort();

                tests.kill();

                assertThat(FreePort.isFree(port)).as("round " + round).isTrue();
            }
        }
    }

    @DatabaseTunnel
    static class WaitingTestCase {
        @Test
        void waits(@ServicePort int port) throws Exception {
            System.out.println("port " + port);
            new CountDownLatch(1).await();
        }
    }
}
