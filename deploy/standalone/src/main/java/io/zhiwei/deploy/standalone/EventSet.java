package io.zhiwei.deploy.standalone;

import io.zhiwei.models.trial.EventFile;
import io.zhiwei.schemas.EventStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.generic.GenericRecord;

/**
 * The events of some files, in the order of their times, so that none comes late.
 *
 * @param stream their stream
 * @param events the good ones
 * @param wrong what is wrong with the others, with file and line
 * @param ignored columns that no field has the name of
 */
record EventSet(EventStream stream, List<GenericRecord> events, List<String> wrong, Set<String> ignored) {

    /**
     * Reads files; a wrong row does not stop the others.
     *
     * @throws Refusal if a file cannot be read or no row is good
     */
    static EventSet read(List<Path> files, EventStream stream) {
        EventSet set = new EventSet(stream, new ArrayList<>(), new ArrayList<>(), new TreeSet<>());
        files.forEach(EventSet::requireReadable);
        Instant now = Instant.now();
        files.forEach(file -> set.add(new EventFile(file, stream, now), file));
        if (set.events.isEmpty()) {
            throw new Refusal(set.nothingGood(files));
        }
        set.events.sort(Comparator.comparingLong(set::time));
        return set;
    }

    private static void requireReadable(Path file) {
        if (Files.isDirectory(file)) {
            throw new Refusal(file + " is a folder. Name the files in it.");
        }
        if (!Files.isReadable(file)) {
            throw new Refusal(
                    file + (Files.exists(file) ? " may not be read. Check its permissions." : " does not exist."));
        }
    }

    private void add(EventFile file, Path path) {
        try {
            for (EventFile.Row row : file.rows()) {
                GenericRecord event = row.event();
                if (event == null) {
                    wrong.add(row.where() + ": " + row.problem());
                } else {
                    events.add(event);
                }
            }
            ignored.addAll(file.ignoredColumns());
        } catch (IOException e) {
            String problem = String.valueOf(e.getMessage());
            throw new Refusal(problem.contains(path.toString()) ? problem : path + " cannot be read: " + problem, e);
        }
    }

    private long time(GenericRecord event) {
        return (Long) event.get(stream.timeField());
    }

    private String nothingGood(List<Path> files) {
        return wrong.isEmpty()
                ? "There is no event in " + files + "."
                : "No row can be used. The first: " + wrong.get(0);
    }
}
