package io.zhiwei.jobs.warning;

import io.zhiwei.models.definition.Problems;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.util.TimeUtils;

/** Settings given as {@code --key value}, read into a record whose components name the keys. */
public final class Settings {

    private static final String PREFIX = "--";

    private final Map<String, String> given;

    private Settings(Map<String, String> given) {
        this.given = given;
    }

    /**
     * Takes arguments.
     *
     * @throws IllegalArgumentException with one sentence that says what is wrong and how to mend it
     */
    public static Settings of(String... arguments) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            String key = arguments[i];
            if (!key.startsWith(PREFIX)) {
                throw new IllegalArgumentException("'" + key + "' is not a setting: write --key value");
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(key + " has no value: write " + key + " value");
            }
            if (given.put(key.substring(PREFIX.length()), arguments[i + 1]) != null) {
                throw new IllegalArgumentException(key + " is given twice: give it once");
            }
        }
        return new Settings(given);
    }

    /** Returns the record, which is public, with the given settings in place of the defaults. */
    public <R extends Record> R read(Class<R> type, R defaults) {
        RecordComponent[] components = type.getRecordComponents();
        refuseUnknown(keys(components));
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : components) {
            String key = key(component);
            String text = given.get(key);
            values.add(text == null ? value(component, defaults) : convert(key, text, component.getType()));
        }
        return make(type, components, values);
    }

    private void refuseUnknown(List<String> known) {
        for (String key : given.keySet()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException("Unknown setting --" + key + "." + Problems.suggest(key, known));
            }
        }
    }

    static List<String> keys(RecordComponent... components) {
        return Arrays.stream(components).map(Settings::key).toList();
    }

    /** Returns the kebab case of a component's camel case. */
    private static String key(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Object convert(String key, String text, Class<?> type) {
        try {
            if (type == String.class) {
                return text;
            } else if (type == int.class) {
                return Integer.parseInt(text);
            } else if (type == boolean.class) {
                return truth(text);
            } else if (type == Duration.class) {
                return TimeUtils.parseDuration(text);
            } else if (type == Path.class) {
                return Path.of(text);
            } else if (type == URI.class) {
                return URI.create(text);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--" + key + " is '" + text + "': " + expected(type), e);
        }
        throw new IllegalStateException("Settings of type " + type + " are not known; teach Settings to read them");
    }

    private static boolean truth(String text) {
        if (!List.of("true", "false").contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return Boolean.parseBoolean(text);
    }

    private static String expected(Class<?> type) {
        if (type == int.class) {
            return "give a whole number";
        } else if (type == boolean.class) {
            return "give true or false";
        } else if (type == Duration.class) {
            return "give a time such as 500ms, 30s, 10min or 24h";
        }
        return "give a valid " + type.getSimpleName();
    }

    private static Object value(RecordComponent component, Record source) {
        try {
            return component.getAccessor().invoke(source);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(
                    "The component " + component + " cannot be read; make its record public", e);
        }
    }

    private static <R extends Record> R make(Class<R> type, RecordComponent[] components, List<Object> values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("Making " + type + " failed", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The record " + type + " cannot be made; make it public", e);
        }
    }
}
