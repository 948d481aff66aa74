package io.zhiwei.jobs.warning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The newest complete checkpoint below a directory. Flink writes {@code <job>/chk-<n>/_metadata} last and in one step,
 * so its presence means completeness; a process that was killed leaves at most a folder without it.
 */
public final class LatestCheckpoint {

    private static final String METADATA = "_metadata";
    private static final int JOB_AND_CHECKPOINT = 2;

    private LatestCheckpoint() {}

    /** Returns the folder of the newest complete checkpoint; empty where there is none. */
    public static Optional<Path> in(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.find(
                directory, JOB_AND_CHECKPOINT, (path, attributes) -> attributes.isDirectory() && isComplete(path))) {
            return folders.max(Comparator.comparing(LatestCheckpoint::written).thenComparing(LatestCheckpoint::number));
        }
    }

    private static boolean isComplete(Path folder) {
        try {
            return folder.getFileName().toString().startsWith("chk-") && Files.size(folder.resolve(METADATA)) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static FileTime written(Path folder) {
        try {
            return Files.getLastModifiedTime(folder.resolve(METADATA));
        } catch (NoSuchFileException e) {
            return FileTime.fromMillis(0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("Cannot look at the checkpoint " + folder, e);
        }
    }

    private static long number(Path folder) {
        try {
            return Long.parseLong(folder.getFileName().toString().substring("chk-".length()));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
