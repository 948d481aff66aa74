package io.zhiwei.console.alert;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * The index that a model shows beside the level, with its dimensions.
 *
 * @param name Chinese name
 * @param nameEn English name
 * @param score 0 to 100
 * @param dimensions what it consists of
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record IndexView(String name, String nameEn, double score, List<Dimension> dimensions) {

    /**
     * One side of the index.
     *
     * @param name Chinese name
     * @param nameEn English name
     * @param score 0 to 100
     * @param weight percent of the index
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Dimension(String name, String nameEn, double score, double weight) {}
}
