package io.github.managedservice.guarantee;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts what was counted into the page that tells about it, between two markers. */
record Document(Path file) {

    static final String BEGIN = "<!-- counted: begin -->\n";
    static final String END = "<!-- counted: end -->\n";

    void write(String counted) throws IOException {
        String page = Files.readString(file);
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("The markers are missing from '" + file + "'.");
        }
        Files.writeString(file, page.substring(0, begin) + BEGIN + "\n" + counted + "\n" + page.substring(end));
    }
}
