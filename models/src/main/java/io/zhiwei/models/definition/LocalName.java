package io.zhiwei.models.definition;

import java.util.Locale;

/**
 * A name or a sentence in the two languages of the product.
 *
 * @param zh Chinese
 * @param en English
 */
public record LocalName(String zh, String en) {

    static LocalName read(Yaml yaml) {
        LocalName name = new LocalName(yaml.text("zh"), yaml.text("en"));
        yaml.refuseUnknownKeys();
        return name;
    }

    /** Reads what may also be said in one language, which then stands for both. */
    public static LocalName readEither(Yaml yaml) {
        return yaml.isText() ? new LocalName(yaml.text(), yaml.text()) : read(yaml);
    }

    /** Returns it in the reader's language: English where that is asked for, Chinese otherwise. */
    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : zh;
    }
}
