package io.github.managedservice.integration.release;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The CycloneDX file of an artifact. Components are named by their package URL. */
record BillOfMaterials(JsonObject json) {

    static BillOfMaterials read(Path file) throws IOException {
        return new BillOfMaterials(
                JsonParser.parseString(Files.readString(file)).getAsJsonObject());
    }

    /** Returns the artifact itself. */
    String root() {
        return json.getAsJsonObject("metadata")
                .getAsJsonObject("component")
                .get("purl")
                .getAsString();
    }

    /** Returns all components that are listed. */
    List<String> components() {
        return json.getAsJsonArray("components").asList().stream()
                .map(component -> component.getAsJsonObject().get("purl").getAsString())
                .toList();
    }

    /** Returns the direct dependencies of a component. */
    List<String> dependencies(String component) {
        return json.getAsJsonArray("dependencies").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(entry -> entry.get("ref").getAsString().equals(component))
                .flatMap(entry -> entry.getAsJsonArray("dependsOn").asList().stream())
                .map(JsonElement::getAsString)
                .toList();
    }

    /** Returns the dependencies of the artifact and theirs. */
    Set<String> reachable() {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(dependencies(root()));
        while (!open.isEmpty()) {
            String next = open.remove();
            if (reached.add(next)) {
                open.addAll(dependencies(next));
            }
        }
        return reached;
    }
}
