package io.github.managedservice.integration.recipes;

import io.github.managedservice.service.ServiceSpec;
import java.nio.file.Path;
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
    private static final String SCRIPT = "src/test/resources/recipes/docker-engine.sh";
    private static final Path FOLDER = Path.of(System.getProperty("services.directory"), "docker");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!System.getProperty("user.name").equals("root")) {
            return Needed.skipped(context.getDisplayName(), "only root may run a Docker engine");
        }
        return NEEDED.condition(context.getDisplayName());
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
        return new String[] {"sh", SCRIPT, order, FOLDER.toString(), "${port.bridge}"};
    }
}
