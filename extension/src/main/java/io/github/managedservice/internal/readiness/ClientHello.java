package io.github.managedservice.internal.readiness;

import java.io.IOException;
import java.net.Socket;
import java.util.HexFormat;

/**
 * The first words of TLS (RFC 5246, sections 6.2.1 and 7.4.1.2), to which every server answers with its own, or with an alert.
 *
 * <p>Written by hand: the JDK's TLS takes a second to load on a busy machine, and the service may have no more.
 */
final class ClientHello {

    private static final int HANDSHAKE = 0x16;
    private static final int ALERT = 0x15;
    private static final int MAJOR_VERSION = 3;

    private static final byte[] RECORD = HexFormat.of()
            .parseHex(
                    "1603010037" // a record of a handshake, 55 bytes
                            + "01000033" // a ClientHello, 51 bytes
                            + "0303" // TLS 1.2
                            + "6d616e616765642d73657276696365206d616e616765642d7365727669636520" // no random
                            + "00" // no session
                            + "000cc02fc02bc030c02c009c002f" // six cipher suites, one of which most servers have
                            + "0100"); // no compression

    private ClientHello() {}

    /** Whether the other end of a fresh connection understands them. */
    static boolean isUnderstood(Socket socket, Deadline deadline) throws IOException {
        socket.getOutputStream().write(RECORD);
        socket.setSoTimeout(deadline.remainingMillis());
        byte[] answer = socket.getInputStream().readNBytes(2);
        return answer.length == 2 && (answer[0] == HANDSHAKE || answer[0] == ALERT) && answer[1] == MAJOR_VERSION;
    }
}
