package io.github.managedservice.internal.process;

enum Reason {
    ROOT("is the service itself"),
    DESCENDANT("descends from the service"),
    SESSION("is in the service's session"),
    MARK("has the service's mark"),
    REMEMBERED("was seen to descend from the service");

    private final String text;

    Reason(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
