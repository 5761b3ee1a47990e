module shop {
    requires io.github.managedservice;

    opens shop to
            org.junit.platform.commons;
}
