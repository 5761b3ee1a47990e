package io.github.managedservice.internal.output;

import io.github.managedservice.OtherClassLoader;
import java.io.IOException;
import java.nio.file.Path;

/** A log that the same class of another class loader writes. */
final class ForeignLog implements AutoCloseable {

    private final OtherClassLoader loader = new OtherClassLoader();
    private final AutoCloseable log;

    private ForeignLog(Path wanted) throws ReflectiveOperationException {
        this.log = (AutoCloseable) loader.call(OutputLog.class, "open", wanted);
    }

    static ForeignLog open(Path wanted) throws ReflectiveOperationException {
        return new ForeignLog(wanted);
    }

    Path file() throws ReflectiveOperationException {
        return (Path) log.getClass().getMethod("file").invoke(log);
    }

    @Override
    public void close() throws IOException {
        try (loader) {
            log.close();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
