package io.zhiwei.models.version;

import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.models.definition.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lays the files of a version over the folder that the library has of the model, in a folder of their own, so that a version
 * is read exactly as a model of the library is: the tables beside the library and files that did not come are linked.
 */
final class VersionFolder {

    private static final String MODEL_FILE = "model.yaml";

    private VersionFolder() {}

    /**
     * Reads a version.
     *
     * @param library folder of the library
     * @param modelId the model
     * @param files its files by name
     * @throws DefinitionException with everything that does not fit
     */
    static Model read(Path library, String modelId, Map<String, String> files) {
        requireNames(modelId, files);
        try {
            Path root = gone(Files.createTempDirectory("zhiwei-model-"));
            Path folder = folder(folder(root, library.getFileName().toString()), modelId);
            linkOthers(
                    library.toAbsolutePath().resolve("..").normalize(),
                    root,
                    List.of(library.getFileName().toString()));
            Path known = library.resolve(modelId);
            if (Files.isDirectory(known)) {
                linkOthers(known, folder, List.copyOf(files.keySet()));
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                gone(Files.writeString(folder.resolve(file.getKey()), file.getValue()));
            }
            return ModelLibrary.loadModel(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The files of " + modelId + " cannot be laid out", e);
        }
    }

    private static Path folder(Path parent, String name) throws IOException {
        return gone(Files.createDirectory(parent.resolve(name)));
    }

    /** A version is compiled again by every stage, so its files stay until the process ends, which removes the last made first. */
    private static Path gone(Path path) {
        path.toFile().deleteOnExit();
        return path;
    }

    private static void requireNames(String modelId, Map<String, String> files) {
        if (!modelId.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw problem(modelId, "'" + modelId + "' is no name of a model: use small letters, digits and '-'.");
        }
        if (!files.containsKey(MODEL_FILE)) {
            throw problem(modelId, "the version comes without " + MODEL_FILE + ".");
        }
        for (String name : files.keySet()) {
            if (!name.matches("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}")) {
                throw problem(modelId, "'" + name + "' is no name of a file in the model's folder.");
            }
        }
    }

    private static DefinitionException problem(String modelId, String message) {
        return new DefinitionException(List.of(new Problem(modelId, 0, message)));
    }

    private static void linkOthers(Path from, Path to, List<String> without) throws IOException {
        try (Stream<Path> children = Files.list(from)) {
            for (Path child : children.toList()) {
                String name = child.getFileName().toString();
                if (!without.contains(name)) {
                    gone(Files.createSymbolicLink(to.resolve(name), child.toAbsolutePath()));
                }
            }
        }
    }
}
