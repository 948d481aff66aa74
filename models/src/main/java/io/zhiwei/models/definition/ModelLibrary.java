package io.zhiwei.models.definition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The warning models of a folder, one sub-folder each. */
public final class ModelLibrary {

    /** Every stage of a job reads the library when it opens; while its files stay as they are, they share what was read. */
    private static final AtomicReference<@Nullable Read> LATEST = new AtomicReference<>();

    private final List<Model> models;

    private ModelLibrary(List<Model> models) {
        this.models = List.copyOf(models);
    }

    /**
     * Reads every model of a library.
     *
     * @param folder folder whose sub-folders hold a {@code model.yaml}
     * @throws DefinitionException with every problem of every model
     */
    public static ModelLibrary load(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        String files = FileStamps.of(place);
        Read latest = LATEST.get();
        if (latest != null && !files.isEmpty() && latest.place.equals(place) && latest.files.equals(files)) {
            return latest.library;
        }
        ModelLibrary library = read(folder);
        LATEST.set(new Read(place, files, library));
        return library;
    }

    /** What was read, and the files that it was read from. */
    private record Read(Path place, String files, ModelLibrary library) {}

    private static ModelLibrary read(Path folder) {
        Problems problems = new Problems(folder.toString());
        List<Model> models = new ArrayList<>();
        for (Path model : folders(folder)) {
            try {
                models.add(loadModel(model));
            } catch (DefinitionException e) {
                problems.addAll(e.problems());
            }
        }
        if (models.isEmpty() && problems.found().isEmpty()) {
            problems.add(0, "no model here. Each model is a folder with a model.yaml.");
        }
        problems.throwIfAny();
        return new ModelLibrary(models);
    }

    /** Reads one model folder; see {@link #load}. */
    public static Model loadModel(Path folder) {
        Path file = folder.resolve("model.yaml");
        Problems problems = new Problems(folder.getFileName() + "/model.yaml");
        try {
            Model model = new ModelReader(folder, problems).read();
            problems.throwIfAny();
            return model;
        } catch (IOException e) {
            problems.add(0, "cannot be read: " + e.getMessage() + ". Check that " + file + " exists and is UTF-8.");
            throw new DefinitionException(problems.found());
        }
    }

    /** Returns the models in the order of their ids. */
    public List<Model> models() {
        return models;
    }

    /** Returns the model with this id. */
    public Optional<Model> find(String id) {
        return models.stream().filter(model -> model.id().equals(id)).findFirst();
    }

    private static List<Path> folders(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> Files.exists(child.resolve("model.yaml")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DefinitionException(List.of(new Problem(
                    folder.toString(), 0, "cannot be read as a model library. Name a folder of model folders.")));
        }
    }
}
