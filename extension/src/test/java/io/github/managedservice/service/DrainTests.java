package io.github.managedservice.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.managedservice.internal.process.ChildProcess;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DrainTests {

    private final AtomicInteger closed = new AtomicInteger();

    /** Two descriptors of each attempt would be left otherwise, until a collection of garbage. */
    @Test
    void closes_what_it_has_read() throws Exception {
        ChildProcess process = mock();
        when(process.stdout()).thenReturn(new Pipe("printed\n"));
        when(process.stderr()).thenReturn(new Pipe("one\ncomplained\n"));

        String lastLine = Drain.lastLine("drain-tests", process).get(20, TimeUnit.SECONDS);

        assertThat(lastLine).isEqualTo("complained");
        assertThat(closed).hasValue(2);
    }

    private final class Pipe extends ByteArrayInputStream {
        private Pipe(String text) {
            super(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
