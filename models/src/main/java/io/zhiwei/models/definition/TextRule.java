package io.zhiwei.models.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which text of an event a model reads, and with what.
 *
 * @param fields text fields, in the order in which they are quoted
 * @param lexicon file of the lexicon beside the model; null where it has none
 * @param classifier folder of the trained classifier beside the model; null where it has none
 * @param embedding whether texts that the classifier's first stage leaves open are embedded and asked again
 */
public record TextRule(
        List<String> fields,
        @Nullable String lexicon,
        @Nullable String classifier,
        boolean embedding) {

    static final TextRule NONE = new TextRule(List.of(), null, null, false);

    static TextRule read(Yaml yaml) {
        TextRule rule = new TextRule(
                yaml.texts("fields"),
                yaml.has("lexicon") ? yaml.text("lexicon") : null,
                yaml.has("classifier") ? yaml.text("classifier") : null,
                yaml.flag("embedding", false));
        yaml.refuseUnknownKeys();
        return rule;
    }
}
