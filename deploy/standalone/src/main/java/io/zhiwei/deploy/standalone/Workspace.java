package io.zhiwei.deploy.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of a run: data of the servers, checkpoints, logs. */
final class Workspace implements AutoCloseable {

    private final Path folder;
    private volatile boolean kept;

    private Workspace(Path folder, boolean kept) {
        this.folder = folder;
        this.kept = kept;
    }

    /**
     * Returns the given folder, which stays, or a fresh one below {@code data} of the checkout, which is removed in the end
     * unless it is kept.
     */
    static Workspace open(@Nullable Path given, Home home, boolean kept) {
        try {
            if (given != null) {
                return new Workspace(Files.createDirectories(given).toAbsolutePath(), true);
            }
            Path parent = Files.createDirectories(home.folder().resolve("data"));
            return new Workspace(Files.createTempDirectory(parent, "run-"), kept);
        } catch (IOException e) {
            throw new Refusal("No folder for data can be made: " + e.getMessage() + ". Name another with --data.", e);
        }
    }

    Path folder() {
        return folder;
    }

    boolean isKept() {
        return kept;
    }

    /** Keeps the folder: its logs explain what went wrong. */
    void keep() {
        kept = true;
    }

    @Override
    public void close() {
        if (kept || !Files.exists(folder)) {
            return;
        }
        try {
            for (Path path : contents()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " could not be removed", e);
        }
    }

    private List<Path> contents() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
