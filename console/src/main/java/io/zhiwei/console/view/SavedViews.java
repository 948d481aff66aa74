package io.zhiwei.console.view;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhiwei.console.ConsoleSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The views that people have saved, each their own, in {@code views.json} of the console's folder. */
@Component
public final class SavedViews {

    private static final int MOST = 30;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_ADDRESS = 2000;
    private static final String LIST = "/alerts";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Map<String, List<View>> views;

    /**
     * A filter under a name.
     *
     * @param name what its owner calls it
     * @param address the list under the filter
     */
    public record View(String name, String address) {}

    /** Reads the views; a broken file stops the start and names itself. */
    public SavedViews(ConsoleSettings settings) throws IOException {
        this.file = settings.folder().resolve("views.json");
        this.views = new TreeMap<>();
        if (Files.exists(file)) {
            try {
                views.putAll(JSON.readValue(file.toFile(), new TypeReference<Map<String, List<View>>>() {}));
            } catch (IOException e) {
                throw new IOException(file + " cannot be read. Mend or remove it: " + e.getMessage(), e);
            }
        }
    }

    /** Returns the views of a person, by name. */
    public synchronized List<View> of(String person) {
        return views.getOrDefault(person, List.of());
    }

    /**
     * Saves a view, in the place of one of that name.
     *
     * @param address address of the list under a filter
     * @return message key of what is wrong; empty where it is saved
     */
    public synchronized Optional<String> save(String person, String name, String address) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            return Optional.of("views.problem.name");
        }
        if (!address.startsWith(LIST) || address.length() > LONGEST_ADDRESS) {
            return Optional.of("views.problem.filter");
        }
        List<View> mine = without(person, stripped);
        if (mine.size() >= MOST) {
            return Optional.of("views.problem.many");
        }
        mine.add(new View(stripped, address));
        mine.sort(Comparator.comparing(View::name));
        write(person, mine);
        return Optional.empty();
    }

    /** Removes a view of a person; nothing happens where there is none of that name. */
    public synchronized void remove(String person, String name) {
        write(person, without(person, name.strip()));
    }

    private List<View> without(String person, String name) {
        return new ArrayList<>(
                of(person).stream().filter(view -> !view.name().equals(name)).toList());
    }

    private void write(String person, List<View> mine) {
        try {
            Map<String, List<View>> all = new TreeMap<>(views);
            all.put(person, mine);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path draft = file.resolveSibling("views.json.draft");
            JSON.writeValue(draft.toFile(), all);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            views.put(person, mine);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
