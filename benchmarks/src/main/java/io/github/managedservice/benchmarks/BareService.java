package io.github.managedservice.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The baseline: a service as it is started without any library, by hand and with nothing promised.
 *
 * @param process what was started
 * @param ready the line it was waited for
 */
record BareService(Process process, Matcher ready) {

    static BareService start(List<String> command, String readyPattern) throws IOException {
        Pattern pattern = Pattern.compile(readyPattern);
        Process process = new ProcessBuilder(command).start();
        BufferedReader reader = process.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                return new BareService(process, matcher);
            }
        }
        throw new IllegalStateException("The service ended before it was ready: " + command);
    }

    void stop() {
        process.destroy();
        process.onExit().join();
    }
}
