package io.zhiwei.models.measure.classifier.training;

/**
 * A labelled sentence of a corpus.
 *
 * @param source file that it comes from: evaluation never trains and tests on the same file
 * @param violating label
 * @param kind violation kinds, or the kind of legal text
 * @param category product category, or {@code -}
 * @param text the sentence
 */
public record Sample(String source, boolean violating, String kind, String category, String text) {}
