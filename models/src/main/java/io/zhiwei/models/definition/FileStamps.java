package io.zhiwei.models.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells whether the files of a folder are still those that they were. */
final class FileStamps {

    private FileStamps() {}

    /** Returns name, size and time of change of every file below a folder; empty where it cannot be read. */
    static String of(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().map(FileStamps::stamp).collect(Collectors.joining("\n"));
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return file + " " + attributes.size() + " " + attributes.lastModifiedTime();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
