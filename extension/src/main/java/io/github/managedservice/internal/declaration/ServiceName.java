package io.github.managedservice.internal.declaration;

import java.util.List;
import java.util.regex.Pattern;

/** Names a service as declared, or else after its program. */
final class ServiceName {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

    private ServiceName() {}

    static String read(DeclaredElements elements, List<Template> command) {
        String declared = elements.string("name", "");
        if (!declared.isEmpty()) {
            if (!NAME.matcher(declared).matches()) {
                elements.problem("name", declared, "a name can have letters, digits, '.', '_' and '-' only");
            }
            return declared;
        }
        String program = command.isEmpty() ? "" : program(command.get(0).source(), elements.strings("command"));
        String name = ofProgram(program);
        if (name.isEmpty() && !program.isBlank()) {
            elements.problem(
                    "command",
                    program,
                    program.endsWith("/")
                            ? "'" + program + "' names a directory, not a program"
                            : "no name for the service can be made from '" + program + "'; give it one with 'name'");
        }
        return name;
    }

    /** Of a text that could not be split, what is the program in all likelihood. */
    private static String program(String word, String... command) {
        boolean isWholeText = command.length == 1 && word.equals(command[0]);
        return isWholeText ? word.strip().split("\\s+", 2)[0] : word;
    }

    /** The file name without its extension, of the characters that a name may have; maybe nothing is left. */
    private static String ofProgram(String program) {
        String path = program.equals("${java}") ? "java" : program;
        String fileName = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        int dot = fileName.lastIndexOf('.');
        String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
        return stem.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^-|-$", "");
    }
}
