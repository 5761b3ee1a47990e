package io.github.managedservice.service;

/** Makes the name of a service from its program. */
final class ProgramName {

    private ProgramName() {}

    /** The file name without its extension, of the characters that a name may have; maybe nothing is left. */
    static String of(String program) {
        String path = program.equals("${java}") ? "java" : program;
        String fileName = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        int dot = fileName.lastIndexOf('.');
        String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
        return stem.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^-|-$", "");
    }
}
