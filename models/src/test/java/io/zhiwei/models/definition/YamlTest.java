package io.zhiwei.models.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import org.junit.jupiter.api.Test;

class YamlTest {

    private final Problems problems = new Problems("model.yaml");

    @Test
    void namesTheLineOfWhatIsMissing() {
        Yaml yaml = parse("a: 1\nb:\n  c: 2\n");

        yaml.get("b").text("name");

        assertThat(problems.found()).containsExactly(new Problem("model.yaml", 2, "b: 'name' is missing."));
    }

    @Test
    void namesTheNearestKeyForAnUnknownOne() {
        Yaml yaml = parse("weigth: 1\n");

        yaml.number("weight", 0);
        yaml.refuseUnknownKeys();

        assertThat(problems.found().get(0).toString())
                .isEqualTo("model.yaml:1: unknown key 'weigth'. Did you mean 'weight'?");
    }

    @Test
    void refusesWhatIsNotANumber() {
        parse("weight: heavy\n").number("weight");

        assertThat(problems.found().get(0).message()).isEqualTo("weight: 'heavy' is not a number.");
    }

    @Test
    void refusesAKeyThatStandsTwice() {
        parse("a: 1\na: 2\n");

        assertThat(problems.found().get(0).message()).isEqualTo("'a' stands twice. Keep one.");
    }

    @Test
    void refusesBrokenYamlWithItsLine() {
        assertThatThrownBy(() -> parse("a: [1\nb: 2"))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("model.yaml:2: not valid YAML");
    }

    @Test
    void collectsEveryProblem() {
        Yaml yaml = parse("a: x\nb: y\n");

        yaml.number("a");
        yaml.number("b");

        assertThat(problems.found()).hasSize(2);
        assertThatThrownBy(problems::throwIfAny).hasMessageContaining("model.yaml:2");
    }

    private Yaml parse(String text) {
        return Yaml.parse(new StringReader(text), problems);
    }
}
