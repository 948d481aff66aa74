package io.zhiwei.deploy.bench;

import io.zhiwei.deploy.standalone.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A copy of the models and their reference data in which the classifier's second stage, the sentence embedding, is
 * switched on or off.
 */
public final class ModelVariant {

    private static final Pattern SWITCH = Pattern.compile("(?m)^ *embedding: *(true|false) *\\R");
    private static final Pattern CLASSIFIER = Pattern.compile("(?m)^( *)classifier: .*\\R");

    private ModelVariant() {}

    /** Copies library and reference data and returns the copy of the library. */
    public static Path copy(Home home, Path to, boolean embedding) throws IOException {
        Path root = home.models().resolveSibling(".").normalize();
        copy(root, home.models(), to, embedding);
        copy(root, home.regions().resolveSibling(".").normalize(), to, embedding);
        return to.resolve(root.relativize(home.models()));
    }

    private static void copy(Path root, Path folder, Path to, boolean embedding) throws IOException {
        for (Path source : files(folder)) {
            Path target = to.resolve(root.relativize(source));
            Files.createDirectories(target.getParent());
            if (source.getFileName().toString().equals("model.yaml")) {
                Files.writeString(target, switched(Files.readString(source), embedding));
            } else {
                Files.copy(source, target);
            }
        }
    }

    /** Returns a model's definition with the stage switched; one without a classifier has nothing to switch. */
    static String switched(String definition, boolean embedding) {
        String without = SWITCH.matcher(definition).replaceAll("");
        return CLASSIFIER
                .matcher(without)
                .replaceFirst(found -> found.group() + found.group(1) + "embedding: " + embedding + "\n");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
