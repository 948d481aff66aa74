package io.zhiwei.deploy.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;

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

    /** Returns what each advertisement says, and who says it. */
    static Map<String, String> creatives(EventSet set) {
        Map<String, String> creatives = new HashMap<>();
        for (GenericRecord event : set.events()) {
            creatives.put(String.valueOf(event.get("adId")), advertiser(event) + "|" + event.get("text"));
        }
        return creatives;
    }

    /** The first of these that is known, as in the subject of the model. */
    private static String advertiser(GenericRecord event) {
        return Stream.of("advertiserUscc", "advertiserName", "publisher")
                .map(event::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Object::toString)
                .orElse("");
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(Demonstration.class.getResourceAsStream("/demo/" + name), name);
    }
}
