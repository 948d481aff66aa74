package io.zhiwei.deploy.bench;

import io.zhiwei.deploy.standalone.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A home whose models are copies in which the classifier's second stage, the sentence embedding, is switched on or off.
 * Everything else is that of the home it was made from.
 */
public final class ModelVariant {

    private static final Pattern SWITCH = Pattern.compile("(?m)^ *embedding: *(true|false) *\\R");
    private static final Pattern CLASSIFIER = Pattern.compile("(?m)^( *)classifier: .*\\R");

    private ModelVariant() {}

    /** Makes a home in a folder. */
    public static Home of(Home home, Path folder, boolean embedding) throws IOException {
        copy(home.folder(), home.models(), folder, embedding);
        copy(home.folder(), home.regions().resolveSibling(".").normalize(), folder, embedding);
        Files.createSymbolicLink(folder.resolve("deploy"), home.folder().resolve("deploy"));
        return new Home(folder);
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
