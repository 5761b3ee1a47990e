package io.github.managedservice.integration.recipes;

import io.github.managedservice.service.Readiness;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceSpec;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs an sshd of the tests' own, and a Redis that is reached through it. */
final class SshServer implements ExecutionCondition, BeforeAllCallback {

    private static final Needed NEEDED = new Needed("openssh-server", List.of("ssh", "ssh-keygen", "/usr/sbin/sshd"));
    private static final Path FOLDER = Path.of(System.getProperty("services.directory"), "ssh");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return NEEDED.condition();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        ForRecipes.start(
                context,
                "sshd",
                () -> ServiceSpec.builder(
                                "sh", "src/test/resources/recipes/ssh-server.sh", FOLDER.toString(), "${port}")
                        .name("sshd")
                        .build());
        RunningService database = ForRecipes.start(
                context,
                "far-redis",
                () -> ServiceSpec.builder("redis-server", "--port", "${port}", "--bind", "${host}", "--save", "")
                        .name("far-redis")
                        .readyWhen(Readiness.line("Ready to accept connections"))
                        .build());
        System.setProperty("ssh.config", FOLDER.resolve("config").toString());
        System.setProperty("database.address", database.value("${host}:${port}"));
    }
}
