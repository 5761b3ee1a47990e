package io.github.managedservice.integration.recipes;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks for Compose: version 2, a plugin of Docker, or version 1, which docker-engine.sh makes one of. */
final class Compose implements ExecutionCondition {

    private static final Needed VERSION_1 = new Needed("docker-compose", List.of("docker-compose"));

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        try {
            Docker.run("compose", "version");
            return ConditionEvaluationResult.enabled("Compose is there");
        } catch (IOException missing) {
            return VERSION_1.condition();
        }
    }
}
