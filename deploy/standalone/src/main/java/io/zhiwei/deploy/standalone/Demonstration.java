package io.zhiwei.deploy.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** The advertisements that come with the project, wholly fictitious, and what is true of them. */
final class Demonstration {

    private Demonstration() {}

    /** Copies the advertisements into a folder and returns the file. */
    static Path advertisements(Path folder) throws IOException {
        Path file = folder.resolve("demonstration.tsv");
        try (InputStream resource = open("advertisements.tsv")) {
            Files.createDirectories(folder);
            Files.copy(resource, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    static Truth truth() throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(open("truth.tsv"), StandardCharsets.UTF_8))) {
            return Truth.read(reader);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(Demonstration.class.getResourceAsStream("/demo/" + name), name);
    }
}
