package io.github.managedservice.integration.recipes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.managedservice.service.ServiceSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs a Docker engine of the tests' own, which knows one image; the build sets DOCKER_HOST to where it is. */
final class DockerEngine implements ExecutionCondition, BeforeAllCallback {

    private static final Needed NEEDED = new Needed(
            "docker.io iproute2", List.of("docker", "dockerd", "docker-proxy", "ip", "unshare", "tar", "ldd"));

    /** What the engine needs of the kernel, done where it leaves no trace. A root in a container often may not. */
    private static final List<String> PROBE = List.of(
            "unshare", "--mount", "--net", "sh", "-c", "mount -t tmpfs none /run && ip link add probe type bridge");

    private static final String SCRIPT = "src/test/resources/recipes/docker-engine.sh";
    private static final String FOLDER = System.getProperty("docker.directory");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        ConditionEvaluationResult programs = NEEDED.condition();
        if (programs.isDisabled()) {
            return programs;
        }
        String refusal = refusal();
        return refusal.isEmpty()
                ? programs
                : ConditionEvaluationResult.disabled("a Docker engine needs root's rights: " + refusal);
    }

    private static String refusal() {
        try {
            Process probe = new ProcessBuilder(PROBE).redirectErrorStream(true).start();
            String output = new String(probe.getInputStream().readAllBytes(), UTF_8).strip();
            int exitCode = probe.onExit().join().exitValue();
            return exitCode == 0 ? "" : output + " (exit code " + exitCode + ")";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        ForRecipes.start(
                context,
                "docker-engine",
                () -> ServiceSpec.builder(order("start"))
                        .name("docker-engine")
                        .readyCommand(order("image"))
                        .stopCommand(order("stop"))
                        .timeout(Duration.ofMinutes(1))
                        .stopTimeout(Duration.ofSeconds(20))
                        .build());
    }

    private static String[] order(String order) {
        return new String[] {"sh", SCRIPT, order, FOLDER, "${port.bridge}"};
    }
}
