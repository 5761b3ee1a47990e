package io.github.managedservice.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.ServiceValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

@KafkaService
class KafkaIT {

    @Test
    void delivers_a_message(@ServiceValue("${host}:${kafka.port}") String broker) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("items", "teapot")).get(30, TimeUnit.SECONDS);
        }

        Optional<String> received = firstMessage(broker);

        assertThat(received).contains("teapot");
    }

    private static Optional<String> firstMessage(String broker) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker, "group.id", "test", "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("items"));
            return Stream.generate(() -> consumer.poll(Duration.ofSeconds(1)))
                    .limit(30)
                    .flatMap(records -> StreamSupport.stream(records.spliterator(), false))
                    .map(ConsumerRecord::value)
                    .findFirst();
        }
    }
}
