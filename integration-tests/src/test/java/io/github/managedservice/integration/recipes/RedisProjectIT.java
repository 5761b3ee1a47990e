package io.github.managedservice.integration.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.github.managedservice.ServicePort;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import redis.clients.jedis.RedisClient;

@ExtendWith({Compose.class, DockerEngine.class})
class RedisProjectIT {

    @AfterEach
    void nothing_is_left() throws Exception {
        assertThat(Docker.containers()).isEmpty();
        assertThat(Docker.networks()).isEmpty();
    }

    @Test
    void is_talked_to_and_gone_when_the_tests_have_passed() {
        run(PassingTestCase.class).assertStatistics(tests -> tests.succeeded(1));
    }

    @RedisProject
    static class PassingTestCase {
        @Test
        void stores_an_item(@ServicePort int port) throws Exception {
            try (RedisClient client = RedisClient.create("127.0.0.1", port)) {
                client.set("item", "teapot");

                assertThat(client.get("item")).isEqualTo("teapot");
            }
            assertThat(Docker.networks()).containsExactly("shop-" + port + "_default");
        }
    }

    @Test
    void fails_the_test_during_which_a_container_has_ended() {
        run(CrashTestCase.class)
                .assertThatEvents()
                .haveExactly(1, event(finishedWithFailure(message(text -> text.contains("Service 'shop'")))));
    }

    @RedisProject
    static class CrashTestCase {
        @Test
        void waits() throws Exception {
            Docker.run("kill", Docker.run("ps", "--quiet").strip());
            new CountDownLatch(1).await();
        }
    }

    private static Events run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .testEvents();
    }
}
