package io.github.managedservice.internal.os;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The latest messages of the kernel, where they are readable.
 *
 * <p>Each read of {@code /dev/kmsg} returns one record, {@code priority,number,microseconds since boot,flags;text}, and
 * waits after the last one (Documentation/ABI/testing/dev-kmsg). So a thread reads, and the channel is closed when that
 * thread sleeps, which it does only after the last record.
 */
public final class KernelLog {

    private static final Path DEVICE = Path.of("/dev/kmsg");
    private static final Path UPTIME = Path.of("/proc/uptime");

    /** Reading the existing records takes only processor time. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final int LONGEST_RECORD = 8192;

    private KernelLog() {}

    /** Texts of the records. */
    public static List<String> since(Duration ago) {
        if (!Files.isReadable(DEVICE)) {
            return List.of();
        }
        List<String> texts = new CopyOnWriteArrayList<>();
        try (FileChannel channel = FileChannel.open(DEVICE)) {
            long first = Math.round(Double.parseDouble(Files.readString(UPTIME).split(" ", 2)[0]) * 1_000_000)
                    - ago.toNanos() / 1000;
            CompletableFuture<Path> state = new CompletableFuture<>();
            Thread reader = new Thread(() -> read(channel, first, texts, state), "managed-service-kernel-log");
            reader.setDaemon(true);
            reader.start();
            awaitSleep(reader, state);
        } catch (IOException | NumberFormatException forbidden) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.copyOf(texts);
    }

    /** Checks several times, because a thread may also sleep for a moment before that. */
    private static void awaitSleep(Thread reader, CompletableFuture<Path> state) throws InterruptedException {
        long began = System.nanoTime();
        int asleep = 0;
        while (asleep < 3 && reader.isAlive() && System.nanoTime() - began < LIMIT.toNanos()) {
            reader.join(5);
            Path known = state.getNow(null);
            // "pid (comm) state ...", see proc_pid_stat(5)
            asleep = known != null && isAsleep(known) ? asleep + 1 : 0;
        }
    }

    private static boolean isAsleep(Path state) {
        try {
            return Files.readString(state).contains(") S ");
        } catch (IOException e) {
            // It has ended.
            return true;
        }
    }

    private static void read(FileChannel channel, long first, List<String> texts, CompletableFuture<Path> state) {
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST_RECORD);
        try {
            Path self = Files.readSymbolicLink(Path.of("/proc/thread-self"));
            state.complete(Path.of("/proc").resolve(self).resolve("stat"));
            while (channel.read(buffer.clear()) > 0) {
                String record = StandardCharsets.UTF_8.decode(buffer.flip()).toString();
                String[] fields = record.split("[,;]", 4);
                if (Long.parseLong(fields[2]) >= first) {
                    texts.add(record.substring(record.indexOf(';') + 1)
                            .lines()
                            .findFirst()
                            .orElse(""));
                }
            }
        } catch (IOException | RuntimeException closed) {
            // The normal end: the channel was closed. Or a record of an unknown kind.
        }
    }
}
