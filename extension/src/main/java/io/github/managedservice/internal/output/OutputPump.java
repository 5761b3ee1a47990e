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

/** Drains one stream of a service into its log, on a thread of its own, whatever happens. */
public final class OutputPump {

    /** What a Linux pipe holds (pipe(7)), so one read empties it. */
    private static final int LARGEST_BLOCK = 64 * 1024;

    /** Of a service that prints a line now and then. */
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
     * Begins to drain a stream, and will until its end.
     *
     * @param threadName names the thread, after the service
     * @param in the stream as the process gave it, unwrapped; closed at its end. A {@link java.io.FileInputStream} is read
     *     without a copy
     * @param source which one it is
     * @param log takes what is read
     * @return the pump at work
     */
    public static OutputPump start(String threadName, InputStream in, OutputSource source, OutputLog log) {
        OutputPump pump = new OutputPump(in, source, log);
        PumpThread thread = new PumpThread(pump::run, threadName);
        thread.start();
        await(pump.holdsStream, Duration.ofSeconds(1));
        return pump;
    }

    /**
     * Tells of the end of the stream, which comes when nobody has its other side open any more: a service's children may
     * outlive it.
     *
     * @return completed at the end
     */
    public CompletableFuture<Void> ended() {
        return ended;
    }

    /**
     * Tells whether something was printed that this has not read yet, as on a machine that is too busy for its thread.
     *
     * @return false where that cannot be known
     */
    public boolean isBehind() {
        try {
            return in instanceof FileInputStream && in.available() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void run() {
        // Closed after the lock on it is free: closing takes a second one, in the order the JDK does.
        try (in) {
            drain();
        } catch (IOException e) {
            // Closed by somebody, or broken: no more will come from it, so this is the end too.
        } finally {
            log.end(source);
            ended.complete(null);
        }
    }

    private void drain() throws IOException {
        // Where the stream is the JDK's own (no /proc): when the service exits, the JDK drains and closes our side of
        // the pipe, though its children may go on to print and would be hit by SIGPIPE. That method is synchronized on
        // the stream (ProcessImpl.ProcessPipeInputStream.processExited, JDK 17 and 25): who holds it keeps it open.
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
            // The tests have used up the memory. What was printed just now is lost, but the service can go on printing.
        }
    }

    private static ByteBuffer largest(ByteBuffer otherwise) {
        try {
            return ByteBuffer.allocateDirect(LARGEST_BLOCK);
        } catch (OutOfMemoryError e) {
            // The tests may have used up this kind of memory, and the service must be able to print all the same.
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

    /** Takes no interrupt: that would close the channels, and SIGPIPE end the service. Nobody has a reason to send one. */
    private static final class PumpThread extends Thread {

        PumpThread(Runnable work, String name) {
            super(work, name);
            setDaemon(true);
        }

        @Override
        public void interrupt() {
            // Passed over.
        }
    }
}
