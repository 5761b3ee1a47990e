package io.github.managedservice.guarantee;

/** Something that is none of a run's business, whatever it looks like. */
sealed interface Stranger permits StrangerProcess, StrangerFile {

    /** What makes it look like something of the service's. */
    String description();

    /** Whether it is as it was. */
    boolean isUntouched();
}
