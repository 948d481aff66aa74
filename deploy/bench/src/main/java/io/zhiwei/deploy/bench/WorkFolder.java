package io.zhiwei.deploy.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a run, empty at its start. At the end only log files stay.
 *
 * @param path where it lies
 */
record WorkFolder(Path path) implements AutoCloseable {

    /** Empties a folder and makes it. */
    static WorkFolder fresh(Path path) throws IOException {
        WorkFolder folder = new WorkFolder(path);
        folder.delete(false);
        Files.createDirectories(path);
        return folder;
    }

    @Override
    public void close() throws IOException {
        delete(true);
    }

    private void delete(boolean keepLogs) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                // Kafka's segments end in .log too; those of ours lie in folders called logs.
                boolean log = file.resolveSibling(".").normalize().endsWith("logs")
                        && file.toString().endsWith(".log");
                if (!keepLogs || !log) {
                    Files.deleteIfExists(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (isEmpty(folder)) {
                    Files.delete(folder);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }
}
