package io.github.managedservice.internal.guard;

import io.github.managedservice.internal.os.Script;

final class GuardScripts {

    static final String GUARD = Script.read(GuardScripts.class, "guard.sh");
    static final String SCOUT = withoutComments(Script.read(GuardScripts.class, "scout.awk"));

    private GuardScripts() {}

    /** For a here-document that fits the pipe: dash has a process write a longer one and does not wait for it. */
    private static String withoutComments(String script) {
        StringBuilder code = new StringBuilder(script.length());
        int begin = 0;
        while (begin < script.length()) {
            int end = script.indexOf('\n', begin) + 1;
            String line = script.substring(begin, end).strip();
            if (!line.isEmpty() && line.charAt(0) != '#') {
                code.append(line).append('\n');
            }
            begin = end;
        }
        return code.toString();
    }
}
