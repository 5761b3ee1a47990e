package io.github.managedservice.internal.readiness;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.Eventually;
import io.github.managedservice.internal.declaration.ReadyStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Services that are slow to answer, to a probe that finds ten milliseconds long. */
class PatientGetTests {

    /** How far a server got. */
    private final CountDownLatch thirdClient = new CountDownLatch(3);

    @Test
    void leaves_the_first_connection_open_until_it_is_answered() throws Exception {
        try (TalkingServer server = TalkingServer.ofAll((number, client) -> {
            thirdClient.countDown();
            if (number == 1) {
                await(thirdClient);
                TalkingServer.answer(client, TalkingServer.OK);
            }
        })) {
            assertThat(HttpProbes.ofImpatient(server.url("http")).attempt()).isEqualTo(new ProbeResult.Ready());
        }
    }

    @Test
    void gets_an_answer_of_a_later_connection_where_the_first_hangs() throws Exception {
        try (TalkingServer server = TalkingServer.ofAll((number, client) -> {
            if (number > 1) {
                TalkingServer.answer(client, TalkingServer.OK);
            }
        })) {
            assertThat(HttpProbes.ofImpatient(server.url("http")).attempt()).isEqualTo(new ProbeResult.Ready());
        }
    }

    @Test
    void gets_an_answer_of_a_later_connection_where_several_hang() throws Exception {
        try (TalkingServer server = TalkingServer.ofAll((number, client) -> {
            if (number > 3) {
                TalkingServer.answer(client, TalkingServer.OK);
            }
        })) {
            assertThat(HttpProbes.ofImpatient(server.url("http")).attempt()).isEqualTo(new ProbeResult.Ready());
        }
    }

    @Test
    void gets_the_answer_of_a_service_that_has_one_connection_at_a_time() throws Exception {
        HttpProbe[] probe = new HttpProbe[1];
        try (TalkingServer server = TalkingServer.ofOneByOne((number, client) -> {
            awaitPending(probe[0]);
            TalkingServer.answer(client, TalkingServer.OK);
        })) {
            probe[0] = HttpProbes.ofImpatient(server.url("http"));

            assertThat(probe[0].attempt()).isEqualTo(new ProbeResult.Ready());
        }
    }

    @Test
    void gives_up_a_connection_in_time_for_a_service_that_has_one_at_a_time_and_lost_the_first() throws Exception {
        try (TalkingServer server = TalkingServer.ofOneByOne((number, client) -> {
            if (number == 1) {
                TalkingServer.awaitEnd(client);
            } else {
                TalkingServer.answer(client, TalkingServer.OK);
            }
        })) {
            HttpProbe probe = new HttpProbe(
                    server.url("http"), ReadyStatus.USUAL, Duration.ofMillis(400), "", Duration.ofMillis(10));
            Polling polling = Polling.start("service-orders-probe", probe);

            polling.result().get(10, SECONDS);
        }
    }

    @Test
    void goes_on_waiting_where_others_are_turned_away_meanwhile() throws Exception {
        CountDownLatch turnedAway = new CountDownLatch(2);
        try (TalkingServer server = TalkingServer.ofAll((number, client) -> {
            if (number == 1) {
                await(turnedAway);
                TalkingServer.answer(client, TalkingServer.OK);
            } else {
                TalkingServer.answer(client, TalkingServer.BUSY);
                turnedAway.countDown();
            }
        })) {
            assertThat(HttpProbes.ofImpatient(server.url("http")).attempt()).isEqualTo(new ProbeResult.Ready());
        }
    }

    @Test
    void asks_again_without_tls_where_a_busy_server_did_not_answer_that_at_first() throws Exception {
        AtomicInteger plain = new AtomicInteger();
        try (TalkingServer server = TalkingServer.ofAll((number, client) -> {
            if (client.getInputStream().read() == 'G' && plain.incrementAndGet() > 1) {
                TalkingServer.answer(client, TalkingServer.OK);
            }
        })) {
            assertThat(HttpProbes.ofImpatient(server.url("https")).attempt())
                    .isInstanceOfSatisfying(
                            ProbeResult.NotYet.class,
                            result -> assertThat(result.detail()).startsWith("the port speaks HTTP without TLS"));
        }
    }

    @Test
    void reads_an_answer_that_comes_byte_by_byte() throws Exception {
        HttpProbe[] probe = new HttpProbe[1];
        try (TalkingServer server = TalkingServer.ofAll((number, client) -> {
            awaitPending(probe[0]);
            for (byte one : TalkingServer.OK.getBytes(StandardCharsets.US_ASCII)) {
                client.getOutputStream().write(one);
            }
        })) {
            probe[0] = HttpProbes.ofImpatient(server.url("http"));

            assertThat(probe[0].attempt()).isEqualTo(new ProbeResult.Ready());
        }
    }

    @Test
    void says_how_long_it_has_waited_while_it_does_and_after_it_was_called_off() throws Exception {
        try (TalkingServer server = TalkingServer.ofAll((number, client) -> thirdClient.countDown())) {
            HttpProbe probe = HttpProbes.ofImpatient(server.url("http"));
            Polling polling = Polling.start("service-orders-probe", probe);
            await(thirdClient);

            polling.cancel();

            Probe.Pending pending = polling.pending().orElseThrow();
            assertThat(pending.tries()).isGreaterThanOrEqualTo(3);
            assertThat(pending.answer().reason()).isEqualTo("was not answered");
            assertThat(pending.answer().detail()).startsWith("the longest try waited ");
        }
    }

    @Test
    void says_what_was_answered_beside_a_connection_that_hangs() throws Exception {
        try (TalkingServer server = TalkingServer.ofAll((number, client) -> {
            if (number > 1) {
                TalkingServer.answer(client, TalkingServer.BUSY);
            }
        })) {
            Polling polling = Polling.start("service-orders-probe", HttpProbes.ofImpatient(server.url("http")));
            Eventually.holds(() -> isAnswered(polling));

            polling.cancel();

            assertThat(polling.pending().orElseThrow().answer())
                    .isEqualTo(new ProbeResult.NotYet("answered 503", "no body"));
        }
    }

    @Test
    void closes_all_its_connections_when_it_is_called_off() throws Exception {
        CountDownLatch closed = new CountDownLatch(2);
        CountDownLatch both = new CountDownLatch(2);
        try (TalkingServer server = TalkingServer.ofAll((number, client) -> {
            both.countDown();
            TalkingServer.awaitEnd(client);
            closed.countDown();
        })) {
            Polling polling = Polling.start("service-orders-probe", HttpProbes.ofImpatient(server.url("http")));
            await(both);

            polling.cancel();

            await(closed);
        }
    }

    @Test
    void a_service_that_is_quick_to_answer_is_asked_once() throws Exception {
        AtomicInteger clients = new AtomicInteger();
        try (TalkingServer server = TalkingServer.ofAll((number, client) -> {
            clients.set(number);
            TalkingServer.answer(client, TalkingServer.OK);
        })) {
            assertThat(HttpProbes.of(server.url("http")).attempt()).isEqualTo(new ProbeResult.Ready());

            assertThat(clients).hasValue(1);
        }
    }

    private static boolean isAnswered(Polling polling) {
        return polling.pending()
                .filter(pending -> pending.answer().reason().startsWith("answered"))
                .isPresent();
    }

    private static void awaitPending(HttpProbe probe) {
        Eventually.holds(() -> probe.pending().isPresent());
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(20, SECONDS)) {
                throw new IOException("It has not come to that.");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
