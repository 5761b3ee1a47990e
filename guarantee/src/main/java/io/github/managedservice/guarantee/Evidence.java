package io.github.managedservice.guarantee;

/** How we know that a process is of a round. None of it is a mark of the library's. */
enum Evidence {
    ROSTER("it wrote itself into the roster"),
    DESCRIPTOR("it holds the roster open"),
    ARGUMENT("its arguments name the round"),
    ENVIRONMENT("its environment names the round"),
    DESCENT("its parent was of the round"),
    PORT("the round's service was given it"),
    DIRECTORY("it is in a directory that the round's service was given");

    private final String text;

    Evidence(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
