package io.github.managedservice.internal.readiness;

import io.github.managedservice.internal.process.PortOwner;
import io.github.managedservice.internal.text.VisibleText;
import java.io.Serial;

/** Says that somebody else answers where a service was expected to; it never will be ready. */
public final class StrangerOnPortException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    StrangerOnPortException(int port, PortOwner owner, String serviceName) {
        super("port %d is answered by pid %d (%s), not by '%s'"
                .formatted(port, owner.pid(), VisibleText.line(program(owner.command())), serviceName));
    }

    /** Its file name is enough for a headline; a hint has the whole command line. */
    private static String program(String command) {
        String program = command.split(" ", 2)[0];
        return program.substring(program.lastIndexOf('/') + 1);
    }
}
