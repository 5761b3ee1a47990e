package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.declaration.Template;
import io.github.managedservice.internal.process.Launch;
import io.github.managedservice.internal.readiness.Starting;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The placeholders and programs of a service, for its readiness conditions. */
record ConditionContext(Placeholders placeholders, Launches launches) implements Starting.Context {

    @Override
    public String fill(Template template) {
        return placeholders.fill(template);
    }

    @Override
    public Launch launch(List<String> command) throws IOException {
        return launches.ofProbe(command);
    }

    @Override
    public void capture(Map<String, String> groups) {
        placeholders.capture(groups);
    }
}
