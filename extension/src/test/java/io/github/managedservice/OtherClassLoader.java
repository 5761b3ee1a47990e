package io.github.managedservice;

import io.github.managedservice.service.ServiceLauncher;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;

/** Has the library and its tests a second time, as a tool has that runs the tests of one JVM again and again with new classes. */
public final class OtherClassLoader extends URLClassLoader {

    public OtherClassLoader() {
        super(
                new URL[] {folderOf(ServiceLauncher.class), folderOf(OtherClassLoader.class)},
                ClassLoader.getPlatformClassLoader());
    }

    private static URL folderOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    /** Calls a public static method, with values of the JDK's types. */
    public Object call(Class<?> known, String method, Object... values) throws ReflectiveOperationException {
        Class<?> type = Class.forName(known.getName(), true, this);
        for (Method candidate : type.getMethods()) {
            if (candidate.getName().equals(method) && candidate.getParameterCount() == values.length) {
                return candidate.invoke(null, values);
            }
        }
        throw new NoSuchMethodException(method);
    }
}
