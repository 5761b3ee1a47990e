package io.github.managedservice.internal.declaration;

import io.github.managedservice.internal.lifecycle.Placeholders;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table of all names that mean something without a service's name before them. To add one, write a row here and its
 * value in {@link Placeholders}.
 */
public final class PlaceholderNames {

    public static final String PORT = "port";
    public static final String HOST = "host";
    public static final String JAVA = "java";
    public static final String CLASS_PATH = "classpath";
    public static final String TEMP_DIR = "tempDir";
    static final String ENVIRONMENT = "env.";
    static final String SYSTEM_PROPERTY = "sys.";

    /** The host of every service that runs here. */
    public static final String LOOPBACK = "127.0.0.1";

    private static final String NAMED_PORT = PORT + ".";

    /** In the order in which messages list them. */
    public static final List<Row> TABLE = List.of(
            new Row(PORT, Known.AT_LAUNCH, Holder.USING_SERVICE),
            new Row(HOST, Known.AT_LAUNCH, Holder.SERVICE),
            new Row(JAVA, Known.ALWAYS, Holder.JVM),
            new Row(CLASS_PATH, Known.ALWAYS, Holder.JVM),
            new Row(TEMP_DIR, Known.AT_LAUNCH, Holder.USING_DECLARATION),
            new Row(NAMED_PORT, Known.AT_LAUNCH, Holder.USING_SERVICE),
            new Row(ENVIRONMENT, Known.ALWAYS, Holder.JVM),
            new Row(SYSTEM_PROPERTY, Known.ALWAYS, Holder.JVM));

    private PlaceholderNames() {}

    enum Known {
        ALWAYS,
        AT_LAUNCH,
        ONCE_STARTED
    }

    public enum Holder {
        JVM,
        /** Each service; others can mention it after the service's name and a dot. */
        SERVICE,
        /** Each service whose declaration uses it; others can mention it. */
        USING_SERVICE,
        /** Each service whose declaration uses it; others cannot mention it. */
        USING_DECLARATION
    }

    public record Row(String name, Known known, Holder holder) {

        /** Whether any text can follow the name. */
        boolean isOpen() {
            return name.endsWith(".");
        }

        boolean matches(String placeholder) {
            return isOpen() ? isLonger(placeholder, name) : name.equals(placeholder);
        }

        public String shown() {
            return isOpen() ? name + "NAME" : name;
        }
    }

    /** A placeholder that names a service, and after a dot its port or one of its groups. */
    public record PeerReference(String service, String rest) {

        /** A name may itself have dots, so the longest that fits is meant. */
        public static Optional<PeerReference> of(String placeholder, Set<String> services) {
            String longest = "";
            for (String service : services) {
                if (service.length() > longest.length() && placeholder.startsWith(service + ".")) {
                    longest = service;
                }
            }
            return longest.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PeerReference(longest, placeholder.substring(longest.length() + 1)));
        }
    }

    /** Whether it means an environment variable or a system property. */
    public static boolean isOfEnvironment(String placeholder) {
        return isLonger(placeholder, ENVIRONMENT) || isLonger(placeholder, SYSTEM_PROPERTY);
    }

    static boolean isLonger(String placeholder, String beginning) {
        return placeholder.startsWith(beginning) && placeholder.length() > beginning.length();
    }

    private static @Nullable Row row(String placeholder) {
        for (Row row : TABLE) {
            if (row.matches(placeholder)) {
                return row;
            }
        }
        return null;
    }

    /** Whether a placeholder means something of the service in whose declaration it stands, and not another. */
    static boolean isOwn(String placeholder) {
        return row(placeholder) != null;
    }

    /** Whether it means something in the temporary directory, which is made only for a service that uses it. */
    static boolean isInTempDir(String placeholder) {
        Row row = row(placeholder);
        return row != null && row.holder() == Holder.USING_DECLARATION;
    }

    /** The placeholder for a leased port: that of a name, or with an empty name the service's own. */
    static String ofPort(String name) {
        return name.isEmpty() ? PORT : NAMED_PORT + name;
    }

    /** The NAME of a placeholder for a port, empty for the own one; nothing if it is for something else. */
    public static Optional<String> portOf(String placeholder) {
        if (placeholder.equals(PORT)) {
            return Optional.of("");
        }
        return placeholder.startsWith(NAMED_PORT)
                ? Optional.of(placeholder.substring(NAMED_PORT.length()))
                : Optional.empty();
    }

    /** For a check of the text around it. Values of the environment may be secret, and would be shown. */
    static Optional<String> sample(String placeholder) {
        String name = "." + placeholder + ".";
        if (isOfEnvironment(placeholder)) {
            return Optional.empty();
        }
        if (name.contains("." + NAMED_PORT)) {
            return Optional.of("1");
        }
        return name.endsWith("." + HOST + ".") ? Optional.of(LOOPBACK) : Optional.empty();
    }
}
