package io.github.managedservice.internal.output;

public enum OutputSource {
    STDOUT,
    STDERR
}
