package io.github.managedservice.internal.readiness;

import io.github.managedservice.internal.declaration.Template;
import io.github.managedservice.internal.output.OutputLog;
import io.github.managedservice.internal.process.Launch;
import io.github.managedservice.internal.process.ProcessTree;
import io.github.managedservice.service.RunningService;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a readiness condition may look at while its service starts.
 *
 * @param service the service, not ready yet
 * @param tree what came of it by now, where it runs here
 * @param limit how long it may take from now
 * @param log where its output goes
 * @param from the position in the log at which this start began
 * @param fill fills a template with what is known by now
 * @param launch makes a launch of another program that belongs to the service
 * @param capture takes the groups that a line captured
 */
public record Starting(
        RunningService service,
        Optional<ProcessTree> tree,
        Duration limit,
        OutputLog log,
        long from,
        Function<Template, String> fill,
        Launcher launch,
        Consumer<Map<String, String>> capture) {

    /** Makes a launch of a program that shares directory, environment and mark with the service. */
    @FunctionalInterface
    public interface Launcher {
        Launch of(List<String> command) throws IOException;
    }

    /** Fills a template for a message; leaves it as it was declared where a value is not known yet. */
    Function<Template, String> fillKnown() {
        return template -> {
            try {
                return fill.apply(template);
            } catch (IllegalArgumentException | IllegalStateException e) {
                return template.source();
            }
        };
    }

    /** The name for a thread that works for this start. */
    public String threadName(String job) {
        return "service-" + service.name() + "-" + job;
    }
}
