package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the documents name exists: classes, files and folders, and where links lead. */
class DocsNameRealClassesTest {

    private static final Path ROOT = Home.find().folder();
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern CLASS = Pattern.compile("([A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+)(?:\\.\\w+)?");
    private static final Pattern PATH = Pattern.compile("\\.?[\\w.-]+(?:/[\\w.-]+)+/?|[\\w.-]+/");

    @TestFactory
    Stream<DynamicTest> everyDocument() throws IOException {
        return documents().stream()
                .map(document -> DynamicTest.dynamicTest(
                        ROOT.relativize(document).toString(),
                        () -> assertThat(unreal(document)).isEmpty()));
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().contains("/target/")
                            && !ROOT.relativize(file).startsWith("data"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> unreal(Path document) throws IOException {
        String text = Files.readString(document);
        List<String> unreal = new ArrayList<>();
        LINK.matcher(text)
                .results()
                .map(link -> link.group(1))
                .filter(target -> !Files.exists(document.resolveSibling(target)))
                .forEach(target -> unreal.add("link " + target));
        for (String code :
                CODE.matcher(text).results().map(match -> match.group(1)).toList()) {
            if (CLASS.matcher(code).matches() && !types().contains(code.replaceAll("\\..*", ""))) {
                unreal.add("class " + code);
            } else if (PATH.matcher(code).matches() && !code.startsWith("target/") && !isThere(document, code)) {
                unreal.add("path " + code);
            }
        }
        return unreal;
    }

    private static boolean isThere(Path document, String path) {
        return Stream.of(ROOT, document.getParent(), ROOT.resolve("models/library/medical-ads"))
                .anyMatch(folder -> Files.exists(folder.resolve(path)));
    }

    /** Returns the simple names of our types: sources, and records of the contracts. */
    private static Set<String> types() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            Set<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java") || name.endsWith(".avsc"))
                    .map(name -> name.substring(0, name.lastIndexOf('.')))
                    .collect(Collectors.toCollection(TreeSet::new));
            return names;
        }
    }
}
