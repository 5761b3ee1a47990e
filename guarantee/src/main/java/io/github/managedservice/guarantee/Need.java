package io.github.managedservice.guarantee;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a machine may lack for a habit or an end. */
enum Need {
    NOTHING {
        @Override
        Optional<String> missing() {
            return Optional.empty();
        }
    },
    NPX {
        @Override
        Optional<String> missing() {
            return program("npx");
        }
    },
    PERL {
        @Override
        Optional<String> missing() {
            return program("perl");
        }
    },
    BASH {
        @Override
        Optional<String> missing() {
            return program("bash");
        }
    },
    BUSYBOX {
        @Override
        Optional<String> missing() {
            return program("busybox");
        }
    },
    NAMESPACES {
        @Override
        Optional<String> missing() {
            return program("unshare").or(() -> refusal(List.of("unshare", "--fork", "--pid", "--mount-proc", "true")));
        }
    },
    POSTGRES {
        @Override
        Optional<String> missing() {
            return program("initdb")
                    .or(() -> program("pg_ctl"))
                    .or(() -> isRoot() ? program("setpriv") : Optional.empty());
        }
    },
    REDIS {
        @Override
        Optional<String> missing() {
            return program("redis-server");
        }
    },
    /** May say which pid is given next. The file's permissions do not tell: anybody may open it, few may write to it. */
    CHOSEN_PID {
        @Override
        Optional<String> missing() {
            String file = Strangers.LAST_PID.toString();
            return refusal(List.of("/bin/sh", "-c", "pid=$(cat " + file + ") && echo \"$pid\" >" + file));
        }
    },
    /** May be another user, who can enter the directory of the round and run this JDK. */
    PLAIN_USER {
        @Override
        Optional<String> missing() {
            return SETPRIV_AND_ROOT
                    .missing()
                    .or(() -> PlainUser.refusal("test", "-x", PlainUser.OPEN.toString()))
                    .or(() -> PlainUser.refusal(System.getProperty("java.home") + "/bin/java", "-version"));
        }
    },
    PID_LIMIT {
        @Override
        Optional<String> missing() {
            return PidLimit.missing();
        }
    },
    TIME_NAMESPACE {
        @Override
        Optional<String> missing() {
            return program("unshare")
                    .or(() -> refusal(List.of("unshare", "--time", "--fork", "--boottime", "1", "true")));
        }
    },
    SETPRIV_AND_ROOT {
        @Override
        Optional<String> missing() {
            return isRoot() ? program("setpriv") : Optional.of("only root may change the user");
        }
    };

    /** The reason why it cannot be had here; empty if it can. */
    abstract Optional<String> missing();

    /** Why a command cannot be run here; empty if it can. */
    static Optional<String> refusal(List<String> command) {
        try {
            int code = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            return code == 0
                    ? Optional.empty()
                    : Optional.of("`" + String.join(" ", command) + "` is not allowed here");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The harness was interrupted.", e);
        }
    }

    private static boolean isRoot() {
        return Proc.read("self/status").contains("\nUid:\t0\t0\t0\t0\n");
    }

    private static Optional<String> program(String name) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        boolean found = Arrays.stream(path.split(File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
        return found ? Optional.empty() : Optional.of("there is no program `" + name + "`");
    }
}
