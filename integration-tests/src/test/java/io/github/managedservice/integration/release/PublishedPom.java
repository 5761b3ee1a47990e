package io.github.managedservice.integration.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A POM as users get it. */
record PublishedPom(String text, Document document, XPath xpath) {

    static PublishedPom read(Path file) throws IOException, ParserConfigurationException, SAXException {
        return new PublishedPom(
                Files.readString(file),
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()),
                XPathFactory.newInstance().newXPath());
    }

    /** Returns the text of an element, or "". */
    String value(String path) throws XPathExpressionException {
        return xpath.evaluate(path, document);
    }

    /** Returns each dependency as group:artifact:scope, with :optional at the end if it is. */
    List<String> dependencies() throws XPathExpressionException {
        return dependencies(dependency -> {
            String scoped = "%s:%s:%s".formatted(dependency.group(), dependency.artifact(), dependency.scope());
            return dependency.optional() ? scoped + ":optional" : scoped;
        });
    }

    /** Returns each dependency as a bill of materials refers to it. */
    List<String> packageUrls() throws XPathExpressionException {
        return dependencies(dependency -> "pkg:maven/%s/%s@%s?type=jar"
                .formatted(dependency.group(), dependency.artifact(), dependency.version()));
    }

    private List<String> dependencies(Function<Dependency, String> text) throws XPathExpressionException {
        NodeList nodes =
                (NodeList) xpath.evaluate("/project/dependencies/dependency", document, XPathConstants.NODESET);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            texts.add(text.apply(new Dependency(
                    xpath.evaluate("groupId", node),
                    xpath.evaluate("artifactId", node),
                    xpath.evaluate("version", node),
                    xpath.evaluate("scope", node),
                    Boolean.parseBoolean(xpath.evaluate("optional", node)))));
        }
        return texts;
    }

    private record Dependency(String group, String artifact, String version, String scope, boolean optional) {}
}
