package io.github.managedservice.guarantee.run;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/** What a test does when its round is to end. */
public enum Act {
    /** Returns, so that the run ends as it should. */
    RETURN {
        @Override
        void perform() {}
    },
    FAIL {
        @Override
        void perform() {
            throw new AssertionError("This test fails.");
        }
    },
    EXIT {
        @Override
        void perform() {
            System.exit(3);
        }
    },
    HALT {
        @Override
        void perform() {
            Runtime.getRuntime().halt(3);
        }
    },
    EXHAUST_MEMORY {
        @Override
        void perform() {
            List<byte[]> kept = new ArrayList<>();
            while (!kept.contains(new byte[0])) {
                kept.add(new byte[1 << 20]);
            }
        }
    },
    /** Writes to address 0. */
    CRASH {
        @Override
        void perform() {
            try {
                // By name, for javac warns of the class itself.
                Class<?> unsafe = Class.forName("sun.misc.Unsafe");
                Field field = unsafe.getDeclaredField("theUnsafe");
                field.setAccessible(true);
                unsafe.getMethod("putAddress", long.class, long.class).invoke(field.get(null), 0L, 0L);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    };

    /** The system property that names the act. */
    public static final String PROPERTY = "guarantee.act";

    abstract void perform();

    static Act ofThisRound() {
        return valueOf(System.getProperty(PROPERTY, RETURN.name()));
    }
}
