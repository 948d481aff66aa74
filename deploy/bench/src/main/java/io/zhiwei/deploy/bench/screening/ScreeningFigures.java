package io.zhiwei.deploy.bench.screening;

/**
 * What screening achieves.
 *
 * @param words words of either
 * @param charactersPerSecond characters screened a second, one thread
 * @param automatonCharactersPerSecond characters that the bare automaton scans a second, one thread
 * @param ratio the first divided by the second
 */
public record ScreeningFigures(
        int words, double charactersPerSecond, double automatonCharactersPerSecond, double ratio) {}
