package io.github.managedservice.guarantee;

import io.github.managedservice.ManagedService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The library with a part of its protection taken out of one of its scripts, to show that the harness sees what is missing. */
enum Mutant {
    /** Services carry no limit. */
    WITHOUT_LIMIT("launcher.sh") {
        @Override
        String change(String script) {
            return script.replace("ulimit ", ": ");
        }
    },
    /** Services do not see the variable that marks them. */
    WITHOUT_VARIABLE("launcher.sh") {
        @Override
        String change(String script) {
            return "unset MANAGED_SERVICE_MARK\n" + script;
        }
    },
    WITHOUT_MARKS("launcher.sh") {
        @Override
        String change(String script) {
            return WITHOUT_VARIABLE.change(WITHOUT_LIMIT.change(script));
        }
    },
    /** The guard ends the processes that it was told of, and their groups, but looks for no others. */
    WITHOUT_SEARCH("guard.sh") {
        @Override
        String change(String script) {
            return script.replace("sweep() {", "sweep() { return").replace("start_scout() {", "start_scout() { return");
        }
    },
    /** The guard trusts pids. */
    WITHOUT_START_TIME("guard.sh") {
        @Override
        String change(String script) {
            return script.replace("&& [ \"$started\" = \"$2\" ]", "");
        }
    };

    private static final String FOLDER = "internal/process/";

    private final String file;

    Mutant(String file) {
        this.file = file;
    }

    abstract String change(String script);

    /** Writes the changed script into a directory that can go before the library on a class path. */
    Path writeTo(Path parent) throws IOException {
        String original = Resources.text(ManagedService.class, FOLDER + file);
        String changed = change(original);
        if (changed.equals(original)) {
            throw new IllegalStateException("There is nothing to change in '" + file + "' for " + this + ".");
        }
        Path root = parent.resolve("shadow").resolve(name());
        String folder = ManagedService.class.getPackageName().replace('.', '/') + '/' + FOLDER;
        Files.createDirectories(root.resolve(folder));
        Files.writeString(root.resolve(folder + file), changed);
        return root;
    }
}
