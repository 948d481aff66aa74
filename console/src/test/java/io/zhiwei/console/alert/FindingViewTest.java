package io.zhiwei.console.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.console.alert.FindingView.Evidence;
import io.zhiwei.console.alert.FindingView.Piece;
import io.zhiwei.console.alert.FindingView.Span;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FindingViewTest {

    @Test
    void theExcerptIsCutAtItsHighlights() {
        assertThat(pieces("祖传秘方根治百病", new Span(4, 6), new Span(0, 2)))
                .containsExactly(
                        new Piece("祖传", true), new Piece("秘方", false), new Piece("根治", true), new Piece("百病", false));
    }

    @Test
    void highlightsThatOverlapOrReachTooFarLoseNoTextAndDoubleNone() {
        List<Piece> pieces = pieces("abcdef", new Span(1, 4), new Span(2, 5), new Span(5, 99), new Span(-3, 0));

        assertThat(pieces.stream().map(Piece::text).collect(Collectors.joining()))
                .isEqualTo("abcdef");
        assertThat(pieces.stream().filter(Piece::marked).map(Piece::text)).containsExactly("bcd", "e", "f");
    }

    @Test
    void anExcerptWithoutHighlightsIsOnePiece() {
        assertThat(pieces("abc")).containsExactly(new Piece("abc", false));
    }

    private static List<Piece> pieces(String excerpt, Span... spans) {
        return new Evidence("e", "t", Instant.EPOCH, "text", excerpt, List.of(spans), null).pieces();
    }
}
