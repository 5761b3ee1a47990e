package io.github.managedservice.guarantee;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the measured table into its page, between two markers. */
record Document(Path file) {

    static final String BEGIN = "<!-- measured: begin -->\n";
    static final String END = "<!-- measured: end -->\n";

    void write(String measured) throws IOException {
        String page = Files.readString(file);
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("The markers are missing from '" + file + "'.");
        }
        Files.writeString(file, page.substring(0, begin) + BEGIN + "\n" + measured + "\n" + page.substring(end));
    }
}
