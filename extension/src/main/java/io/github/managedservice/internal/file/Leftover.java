package io.github.managedservice.internal.file;

import java.nio.file.Path;

/** A file or directory that could not be deleted, with the reason as the end of a sentence. */
public record Leftover(Path path, String reason) {}
