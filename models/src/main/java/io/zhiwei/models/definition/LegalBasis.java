package io.zhiwei.models.definition;

import java.time.LocalDate;

/**
 * The rule of law that an indicator rests on.
 *
 * @param law short name of the law, e.g. 广告法
 * @param article article, paragraph and item, e.g. 16(1)(2)
 * @param since day from which this text applies
 */
public record LegalBasis(String law, String article, LocalDate since) {

    static LegalBasis read(Yaml yaml) {
        LegalBasis basis = new LegalBasis(
                yaml.text("law"),
                yaml.text("article"),
                yaml.get("since").parse(LocalDate::parse, "a date such as 2021-04-29", LocalDate.EPOCH));
        yaml.refuseUnknownKeys();
        return basis;
    }

    @Override
    public String toString() {
        return "《" + law + "》第" + article + "条";
    }
}
