package io.github.managedservice.guarantee;

import io.github.managedservice.ManagedService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The library with a part of its protection taken out of one of its scripts, to show that the harness sees what is missing. */
enum Mutant {
    /** Services carry no limit. */
    WITHOUT_LIMIT("internal/process/launcher.sh") {
        @Override
        String change(String script) {
            return script.replace("ulimit ", ": ");
        }
    },
    /** Services do not see the variable that marks them. */
    WITHOUT_VARIABLE("internal/process/launcher.sh") {
        @Override
        String change(String script) {
            return "unset MANAGED_SERVICE_MARK\n" + script;
        }
    },
    WITHOUT_MARKS("internal/process/launcher.sh") {
        @Override
        String change(String script) {
            return WITHOUT_VARIABLE.change(WITHOUT_LIMIT.change(script));
        }
    },
    /** The guard ends the processes that it was told of, and their groups, but looks for no others. */
    WITHOUT_SEARCH("internal/guard/guard.sh") {
        @Override
        String change(String script) {
            return script.replace("sweep() {", "sweep() { return").replace("start_scout() {", "start_scout() { return");
        }
    },
    /** The guard trusts pids. */
    WITHOUT_START_TIME("internal/guard/guard.sh") {
        @Override
        String change(String script) {
            return script.replace("&& [ \"$started\" = \"$2\" ]", "");
        }
    };

    private final String file;

    Mutant(String file) {
        this.file = file;
    }

    abstract String change(String script);

    /** Writes the changed script into a directory that can go before the library on a class path. */
    Path writeTo(Path parent) throws IOException {
        String original = Resources.text(ManagedService.class, file);
        String changed = change(original);
        if (changed.equals(original)) {
            throw new IllegalStateException("There is nothing to change in '" + file + "' for " + this + ".");
        }
        Path root = parent.resolve("shadow").resolve(name());
        Path target = root.resolve(ManagedService.class.getPackageName().replace('.', '/'))
                .resolve(file);
        Files.createDirectories(target.resolveSibling(""));
        Files.writeString(target, changed);
        return root;
    }
}
