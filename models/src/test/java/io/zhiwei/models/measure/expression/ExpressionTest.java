package io.zhiwei.models.measure.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    private final Vocabulary vocabulary = new Vocabulary();
    private final Vocabulary.Word views = vocabulary.add("views", ValueType.WHOLE);
    private final Vocabulary.Word share = vocabulary.add("share", ValueType.NUMBER);
    private final Vocabulary.Word medium = vocabulary.add("medium", ValueType.TEXT, Set.of("TV", "RADIO"));
    private final Vocabulary.Word live = vocabulary.add("live", ValueType.FLAG);
    private final Vocabulary.Word claim = vocabulary.add("claims.V07", ValueType.FLAG);
    private final Vocabulary.Word numbers = vocabulary.add("numbers", ValueType.TEXTS);
    private final ExpressionCompiler compiler = new ExpressionCompiler(vocabulary);
    private final Facts facts;

    ExpressionTest() {
        vocabulary.addConstant("thresholds.most", ValueType.NUMBER, 0.3);
        facts = vocabulary.newFacts();
    }

    @Test
    void holdsWhereTheFactsSaySo() throws Exception {
        facts.set(views, 1_000L);
        facts.set(medium, "TV");

        assertThat(condition("views >= 1000 && medium in ['TV', 'RADIO']").holds(facts))
                .isTrue();
        assertThat(condition("views < 1000 || medium == 'RADIO'").holds(facts)).isFalse();
    }

    @Test
    void comparesWithANamedThreshold() throws Exception {
        facts.set(share, 0.3);

        assertThat(condition("share >= thresholds.most").holds(facts)).isTrue();
        assertThat(condition("share > thresholds.most").holds(facts)).isFalse();
    }

    @Test
    void leavesUnknownUnknown() throws Exception {
        facts.set(live, true);

        assertThat(condition("views < 1000").value(facts)).isNull();
        assertThat(condition("!(views < 1000)").value(facts)).isNull();
        assertThat(condition("medium != 'TV'").value(facts)).isNull();
        assertThat(condition("views < 1000 || live").value(facts)).isEqualTo(true);
        assertThat(condition("views < 1000 && !live").value(facts)).isEqualTo(false);
    }

    @Test
    void computesALateValueOnceAndOnlyWhenItIsAskedFor() throws Exception {
        int[] computed = {0};
        Facts.Later later = new Facts.Later() {
            @Override
            protected Object value() {
                computed[0]++;
                return 5L;
            }
        };
        facts.set(live, false);
        facts.leave(views, later);

        assertThat(condition("live && views > 3").holds(facts)).isFalse();
        assertThat(computed[0]).isZero();
        assertThat(condition("views > 3 && views < 9").holds(facts)).isTrue();
        assertThat(computed[0]).isEqualTo(1);

        facts.clear();
        assertThat(condition("views > 3").holds(facts)).isTrue();
        assertThat(computed[0]).as("once for each event").isEqualTo(2);
    }

    @Test
    void interpretsWhatIsNotPlain() throws Exception {
        facts.set(numbers, List.of("A1", "B2"));
        Expression expression = condition("numbers.exists(n, n.startsWith('B'))");

        assertThat(expression.isFast()).isFalse();
        assertThat(expression.holds(facts)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "views > 10",
                "medium in ['TV']",
                "'A' in numbers",
                "size(numbers) > 1",
                "live ? views > 1 : share > 0.5",
                "!claims.V07 && views != 3",
                "double(views) * 2.0 > thresholds.most - share",
                "timestamp(views / 1000).getHours('Asia/Shanghai') < 5"
            })
    void plainExpressionsNeedNoInterpreter(String source) throws Exception {
        assertThat(condition(source).isFast()).isTrue();
    }

    @Test
    void refusesAnUnknownNameWithTheNearest() {
        assertThatThrownBy(() -> condition("viewz > 10"))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("there is no 'viewz'")
                .hasMessageContaining("Did you mean 'views'?");
    }

    @Test
    void refusesATypeError() {
        assertThatThrownBy(() -> condition("medium > 10")).isInstanceOf(ExpressionException.class);
        assertThatThrownBy(() -> condition("views + 1"))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("true or false is expected here");
    }

    @Test
    void refusesASymbolThatTheFieldNeverHolds() {
        assertThatThrownBy(() -> condition("medium == 'TVV'"))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("'medium' is never 'TVV'")
                .hasMessageContaining("Did you mean 'TV'?");
        assertThatThrownBy(() -> condition("live && medium in ['TV', 'RADIOS']"))
                .isInstanceOf(ExpressionException.class);
    }

    @Property(tries = 400)
    void theFastPathAgreesWithTheInterpreter(@ForAll("conditions") String source, @ForAll("values") List<Object> values)
            throws Exception {
        Vocabulary.Word[] words = {views, share, medium, live, claim, numbers};
        for (int i = 0; i < words.length; i++) {
            Object value = values.get(i);
            facts.set(words[i], value == NONE ? null : value);
        }
        Expression fast = condition(source);
        Expression slow = compiler.compileInterpreted(source, ValueType.FLAG);

        assertThat(fast.isFast()).isTrue();
        assertThat(fast.value(facts)).as(source).isEqualTo(slow.value(facts));
    }

    private static final Object NONE = new Object();

    @Provide
    Arbitrary<List<Object>> values() {
        Arbitrary<Object> none = Arbitraries.just(NONE);
        return net.jqwik.api.Combinators.combine(
                        Arbitraries.oneOf(
                                none, Arbitraries.longs().between(0, 3).map(x -> (Object) x)),
                        Arbitraries.oneOf(none, Arbitraries.of(0.1, 0.3, 0.9).map(x -> (Object) x)),
                        Arbitraries.oneOf(none, Arbitraries.of("TV", "RADIO").map(x -> (Object) x)),
                        Arbitraries.oneOf(none, Arbitraries.of(true, false).map(x -> (Object) x)),
                        Arbitraries.oneOf(none, Arbitraries.of(true, false).map(x -> (Object) x)),
                        Arbitraries.oneOf(
                                none,
                                Arbitraries.of("A", "B").list().ofMaxSize(2).map(x -> (Object) List.copyOf(x))))
                .as((a, b, c, d, e, f) -> List.of(a, b, c, d, e, f));
    }

    @Provide
    Arbitrary<String> conditions() {
        Arbitrary<String> leaf = Arbitraries.of(
                "views > 1",
                "views <= 2",
                "views == 1",
                "share >= thresholds.most",
                "share < views",
                "medium == 'TV'",
                "medium != 'TV'",
                "medium in ['TV', 'RADIO']",
                "live",
                "claims.V07",
                "'A' in numbers",
                "size(numbers) == 1",
                "views + 1 > 2 * views - 2",
                "7 / views == 3 || 7 % views == 1",
                "views + 9223372036854775806 > 0",
                "share * 2.0 - 0.5 < double(views) / 4.0",
                "share / (share - share) > 0.0",
                "timestamp(views * 40000000).getFullYear('Asia/Shanghai') == 1971",
                "timestamp(views * 20000).getHours('Asia/Shanghai') > 12",
                "medium.contains('AD')",
                "medium.matches('^T|O$')",
                "medium.indexOf('V') == 1",
                "medium.substring(views) == 'V'",
                "medium.substring(1, views) == 'V'",
                "medium.substring(1, views) == 'A'",
                "'A' + string(views) == 'A1'",
                "int(share * 10.0) == views",
                "size(numbers.filter(n, n != 'A')) == 1",
                "'B' in numbers.filter(n, n == medium || live)",
                "numbers[0] == 'A'",
                "numbers[views] == 'B'",
                "timestamp(views * 1234).getMinutes('UTC') == 20",
                "true",
                "false");
        Arbitrary<String> pair = net.jqwik.api.Combinators.combine(leaf, Arbitraries.of("&&", "||"), leaf)
                .as((a, operator, b) -> "(" + a + " " + operator + " " + b + ")");
        Arbitrary<String> choice = net.jqwik.api.Combinators.combine(leaf, leaf, leaf)
                .as((a, b, c) -> "(" + a + " ? " + b + " : " + c + ")");
        Arbitrary<String> inner = Arbitraries.oneOf(leaf, pair, choice, pair.map(text -> "!" + text));
        return net.jqwik.api.Combinators.combine(inner, Arbitraries.of("&&", "||"), inner)
                .as((a, operator, b) -> a + " " + operator + " " + b);
    }

    private Expression condition(String source) throws ExpressionException {
        return compiler.compile(source, ValueType.FLAG);
    }
}
