package io.zhiwei.deploy.standalone;

import io.zhiwei.schemas.Advertisement;
import io.zhiwei.schemas.EventStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;

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

    /** Returns the advertisements as a simulated city shows them, again and again. */
    static List<Advertisement> templates() throws IOException {
        Path folder = Files.createTempDirectory("zhiwei-demonstration");
        Path file = advertisements(folder);
        try {
            List<Advertisement> templates = new ArrayList<>();
            for (GenericRecord event :
                    EventSet.read(List.of(file), EventStream.ADVERTISEMENTS).events()) {
                templates.add(compiled(event));
            }
            return templates;
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }

    private static Advertisement compiled(GenericRecord event) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(event.getSchema()).write(event, encoder);
        return new SpecificDatumReader<>(Advertisement.class)
                .read(new Advertisement(), DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
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
