package io.github.managedservice.guarantee;

/**
 * Tells a process from all that have had or will have its pid.
 *
 * @param pid its id
 * @param start when it was forked, in clock ticks since boot
 */
record Identity(long pid, long start) {

    @Override
    public String toString() {
        return pid + " " + start;
    }
}
