package io.zhiwei.models.definition;

/**
 * A name in the two languages of the product.
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
}
