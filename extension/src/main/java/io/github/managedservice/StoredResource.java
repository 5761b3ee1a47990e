package io.github.managedservice;

import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** JUnit before 5.13 closes a {@code CloseableResource} only; later versions deprecate it. */
@SuppressWarnings("deprecation")
interface StoredResource extends Store.CloseableResource, AutoCloseable {

    @Override
    void close();
}
