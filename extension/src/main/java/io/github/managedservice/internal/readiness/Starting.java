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
import java.util.function.Function;

/** What a readiness condition may look at; {@code from} is where the output of this start begins. */
public record Starting(
        RunningService service, Optional<ProcessTree> tree, Duration limit, OutputLog log, long from, Context context) {

    /** What a condition may have its service do. */
    public interface Context {

        String fill(Template template);

        /** Makes a launch of a program that shares directory, environment and mark with the service. */
        Launch launch(List<String> command) throws IOException;

        void capture(Map<String, String> groups);
    }

    Function<Template, String> fill() {
        return context::fill;
    }

    /** Fills a template for a message; leaves it as it was declared where a value is not known yet. */
    Function<Template, String> fillKnown() {
        return template -> {
            try {
                return context.fill(template);
            } catch (IllegalArgumentException | IllegalStateException e) {
                return template.source();
            }
        };
    }

    public String threadName(String job) {
        return "service-" + service.name() + "-" + job;
    }
}
