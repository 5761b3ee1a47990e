package io.github.managedservice.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** Formats a folder as a Kafka node's storage and becomes that node: FOLDER PORT CONTROLLER_PORT. */
final class KafkaNode {

    private KafkaNode() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        String configuration = configure(folder, arguments[1], arguments[2]).toString();
        String cluster = Uuid.randomUuid().toString();

        int exitCode = StorageTool.execute(
                new String[] {"format", "--cluster-id", cluster, "--config", configuration}, System.out);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
        Kafka.main(new String[] {configuration});
    }

    private static Path configure(Path folder, String port, String controllerPort) throws IOException {
        return Files.write(
                folder.resolve("server.properties"),
                List.of(
                        "process.roles=broker,controller",
                        "node.id=1",
                        "controller.quorum.voters=1@127.0.0.1:" + controllerPort,
                        "listeners=PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                        "advertised.listeners=PLAINTEXT://127.0.0.1:" + port,
                        "controller.listener.names=CONTROLLER",
                        "log.dirs=" + folder.resolve("log"),
                        // One node: nobody else could hold a copy, and no group need wait for more members.
                        "offsets.topic.replication.factor=1",
                        "transaction.state.log.replication.factor=1",
                        "transaction.state.log.min.isr=1",
                        "group.initial.rebalance.delay.ms=0"));
    }
}
