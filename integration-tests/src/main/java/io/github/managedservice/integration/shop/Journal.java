package io.github.managedservice.integration.shop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A file in which shops write when they open and close; a build is judged by it afterwards. */
public final class Journal {

    private final Path file;

    /**
     * Of shops that may run at the same time, in several JVMs.
     *
     * @param file made with the first entry
     */
    public Journal(Path file) {
        this.file = file;
    }

    private enum Event {
        OPENS,
        CLOSES
    }

    private record Entry(Event event, String shop, long pid, int port) {

        static Entry parse(String line) {
            String[] words = line.split(" ", 4);
            return new Entry(Event.valueOf(words[0]), words[1], Long.parseLong(words[2]), Integer.parseInt(words[3]));
        }

        @Override
        public String toString() {
            return event + " " + shop + " " + pid + " " + port;
        }
    }

    /** Writes that this process, a shop, opens. */
    void opens(String shop, int port) throws IOException {
        write(Event.OPENS, shop, port);
    }

    /** Writes that this process, a shop, closes. */
    void closes(String shop, int port) throws IOException {
        write(Event.CLOSES, shop, port);
    }

    /** One write at the end of the file, which the system does not mix with those of others. */
    private void write(Event event, String shop, int port) throws IOException {
        Entry entry = new Entry(event, shop, ProcessHandle.current().pid(), port);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(
                file,
                (entry + "\n").getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /**
     * How often a shop was opened.
     *
     * @param shop its name
     * @return 0 if never
     * @throws IOException if the journal cannot be read
     */
    public int openings(String shop) throws IOException {
        return count(Event.OPENS, shop);
    }

    /**
     * How often a shop was closed: a process that was killed has not closed.
     *
     * @param shop its name
     * @return 0 if never
     * @throws IOException if the journal cannot be read
     */
    public int closings(String shop) throws IOException {
        return count(Event.CLOSES, shop);
    }

    private int count(Event event, String shop) throws IOException {
        return (int) entries()
                .filter(entry -> entry.event == event && entry.shop.equals(shop))
                .count();
    }

    /**
     * The shops that have not closed.
     *
     * @return their names; empty if each has closed as often as it was opened
     * @throws IOException if the journal cannot be read
     */
    public Set<String> leftOpen() throws IOException {
        Set<String> open = new TreeSet<>();
        for (String shop : entries().map(Entry::shop).distinct().toList()) {
            if (openings(shop) != closings(shop)) {
                open.add(shop);
            }
        }
        return open;
    }

    /**
     * The ports that a shop was given while another one had them.
     *
     * @return empty if each had its own
     * @throws IOException if the journal cannot be read
     */
    public Set<Integer> portsGivenTwice() throws IOException {
        Map<Integer, Long> holders = new HashMap<>();
        Set<Integer> twice = new TreeSet<>();
        for (Entry entry : entries().toList()) {
            switch (entry.event) {
                case OPENS -> {
                    if (holders.put(entry.port, entry.pid) != null) {
                        twice.add(entry.port);
                    }
                }
                case CLOSES -> holders.remove(entry.port, entry.pid);
            }
        }
        return twice;
    }

    private Stream<Entry> entries() throws IOException {
        return (Files.exists(file) ? Files.readAllLines(file) : List.<String>of())
                .stream().map(Entry::parse);
    }
}
