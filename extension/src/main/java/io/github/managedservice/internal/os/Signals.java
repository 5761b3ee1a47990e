package io.github.managedservice.internal.os;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

public final class Signals {

    // The JDK reports the end by signal n as exit code 128 + n, as shells do.
    private static final int KILLED_BY = 128;

    // signal(7): the numbers of x86, Arm and most others.
    private static final String LINUX =
            "HUP=1 INT=2 QUIT=3 ILL=4 TRAP=5 ABRT=6 BUS=7 FPE=8 KILL=9 USR1=10 SEGV=11 USR2=12"
                    + " PIPE=13 ALRM=14 TERM=15 STKFLT=16 CHLD=17 CONT=18 STOP=19 TSTP=20 TTIN=21 TTOU=22 URG=23 XCPU=24 XFSZ=25"
                    + " VTALRM=26 PROF=27 WINCH=28 IO=29 PWR=30 SYS=31";

    // signal(3) of macOS and the other systems that come from BSD.
    private static final String BSD = "HUP=1 INT=2 QUIT=3 ILL=4 TRAP=5 ABRT=6 EMT=7 FPE=8 KILL=9 BUS=10 SEGV=11 SYS=12"
            + " PIPE=13 ALRM=14 TERM=15 URG=16 STOP=17 TSTP=18 CONT=19 CHLD=20 TTIN=21 TTOU=22 IO=23 XCPU=24 XFSZ=25"
            + " VTALRM=26 PROF=27 WINCH=28 INFO=29 USR1=30 USR2=31";

    private static final Map<String, Integer> NUMBERS = parse(isLinux() ? LINUX : BSD);
    private static final Map<Integer, String> NAMES = names(NUMBERS);

    private Signals() {}

    /** The signal that ended a process, without "SIG"; empty if the exit code stands for none. */
    public static Optional<String> ofExitCode(int exitCode) {
        return Optional.ofNullable(NAMES.get(exitCode - KILLED_BY));
    }

    /** Without "SIG", in the order of their numbers. */
    public static List<String> names() {
        return List.copyOf(NAMES.values());
    }

    /** The number on this platform of a name without "SIG". */
    public static OptionalInt number(String name) {
        Integer number = NUMBERS.get(name);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static Map<String, Integer> parse(String table) {
        Map<String, Integer> numbers = new HashMap<>();
        for (String entry : table.split(" ", -1)) {
            int equals = entry.indexOf('=');
            numbers.put(entry.substring(0, equals), Integer.valueOf(entry.substring(equals + 1)));
        }
        return numbers;
    }

    private static Map<Integer, String> names(Map<String, Integer> numbers) {
        Map<Integer, String> names = new TreeMap<>();
        for (Map.Entry<String, Integer> signal : numbers.entrySet()) {
            names.put(signal.getValue(), signal.getKey());
        }
        return names;
    }

    private static boolean isLinux() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    }
}
