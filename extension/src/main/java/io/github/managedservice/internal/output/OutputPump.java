package io.github.managedservice.internal.output;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Drains one stream of a service into its log until its end, on a thread of its own. */
public final class OutputPump {

    /** The size of a Linux pipe (pipe(7)), so that one read empties it. */
    private static final int LARGEST_BLOCK = 64 * 1024;

    /** Enough for a service that prints a line now and then. */
    private static final int FIRST_BLOCK = 8 * 1024;

    private final InputStream in;
    private final OutputSource source;
    private final OutputLog log;
    private final ByteBuffer firstBlock = ByteBuffer.allocateDirect(FIRST_BLOCK);
    private final CountDownLatch holdsStream = new CountDownLatch(1);
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private OutputPump(InputStream in, OutputSource source, OutputLog log) {
        this.in = in;
        this.source = source;
        this.log = log;
    }

    /**
     * Takes the stream as the process gave it, unwrapped, because a {@link java.io.FileInputStream} is read without a
     * copy. Closes it at its end.
     */
    public static OutputPump start(String threadName, InputStream in, OutputSource source, OutputLog log) {
        OutputPump pump = new OutputPump(in, source, log);
        PumpThread thread = new PumpThread(pump::run, threadName);
        thread.start();
        if (pump.isStreamOfTheJdk()) {
            await(pump.holdsStream, Duration.ofSeconds(1));
        }
        return pump;
    }

    /**
     * Completes at the end of the stream, which comes when no process has its other side open any more: children may
     * outlive the service.
     */
    public CompletableFuture<Void> ended() {
        return ended;
    }

    /**
     * Whether there is output that was not read yet, as on a machine that is too busy for this thread; false where that
     * cannot be known.
     */
    public boolean isBehind() {
        try {
            return !isStreamOfTheJdk() && in.available() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** That of {@link Process}, and not one that we have opened to the same pipe. */
    private boolean isStreamOfTheJdk() {
        return !(in instanceof FileInputStream);
    }

    private void run() {
        // Closed outside of the lock on it, to take the locks of the JDK in its own order.
        try (in) {
            drain();
        } catch (IOException e) {
            // A closed or broken stream is at its end too.
        } finally {
            log.end(source);
            ended.complete(null);
        }
    }

    private void drain() throws IOException {
        // Where the stream is that of the JDK (no /proc): when the service exits, the JDK drains and closes our side of
        // the pipe, though its children may go on to print and would be hit by SIGPIPE. That method is synchronized on
        // the stream (ProcessImpl.ProcessPipeInputStream.processExited, JDK 17 and 25), so the lock keeps it open.
        synchronized (in) {
            holdsStream.countDown();
            ReadableByteChannel pipe = Channels.newChannel(in);
            ByteBuffer block = firstBlock;
            boolean mayGrow = true;
            while (pipe.read(block) >= 0) {
                boolean grows = mayGrow && !block.hasRemaining();
                append(block.flip());
                if (grows) {
                    mayGrow = false;
                    block = largest(block);
                }
                block.clear();
            }
        }
    }

    private void append(ByteBuffer block) {
        try {
            log.append(source, block);
        } catch (OutOfMemoryError e) {
            // The tests have used up the memory. This piece is lost, but the service can go on printing.
        }
    }

    private static ByteBuffer largest(ByteBuffer otherwise) {
        try {
            return ByteBuffer.allocateDirect(LARGEST_BLOCK);
        } catch (OutOfMemoryError e) {
            // The tests may have used up this kind of memory; the small block will do.
            return otherwise;
        }
    }

    private static boolean await(CountDownLatch latch, Duration limit) {
        try {
            return latch.await(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ignores interrupts: one would close the channels, and SIGPIPE would end the service. */
    private static final class PumpThread extends Thread {

        PumpThread(Runnable work, String name) {
            super(work, name);
            setDaemon(true);
        }

        @Override
        public void interrupt() {
            // Ignored.
        }
    }
}
