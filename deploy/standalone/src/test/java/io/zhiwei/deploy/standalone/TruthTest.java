package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TruthTest {

    private static final String TABLE = """
            adId\tlabel\tkinds\tnote
            a\t1\tV01\tcure
            b\t0\t\tordinary
            c\t1\tV02\trate
            d\t0\t\tleaflet
            """;

    @Test
    void countsRightAndWrongByAdvertisement() throws IOException {
        Truth.Comparison comparison =
                truth().compare(List.of(SampleAlert.about("a"), SampleAlert.about("d")), Map.of());

        assertThat(comparison.tp()).isEqualTo(1);
        assertThat(comparison.fp()).isEqualTo(1);
        assertThat(comparison.fn()).isEqualTo(1);
        assertThat(comparison.tn()).isEqualTo(1);
        assertThat(comparison.precision()).isEqualTo(0.5);
        assertThat(comparison.recall()).isEqualTo(0.5);
        assertThat(comparison.wrong()).containsExactly("missed c  V02 rate", "false  d   leaflet");
        assertThat(comparison.isGood()).isFalse();
    }

    @Test
    void anAlertIsAboutEveryAdvertisementWithTheSameCreative() throws IOException {
        Truth.Comparison comparison =
                truth().compare(List.of(SampleAlert.about("a")), Map.of("a", "same", "c", "same", "b", "other"));

        assertThat(comparison.tp()).isEqualTo(2);
        assertThat(comparison.wrong()).isEmpty();
        assertThat(comparison.isGood()).isTrue();
    }

    @Test
    void noAlertAtAllIsNotGood() throws IOException {
        assertThat(truth().compare(List.of(), Map.of()).isGood()).isFalse();
    }

    @Test
    void theDemonstrationSetHasATruthForEachAdvertisement() throws IOException {
        Truth truth = Demonstration.truth();

        Truth.Comparison comparison = truth.compare(List.of(), Map.of());

        assertThat(comparison.fn()).isGreaterThan(100);
        assertThat(comparison.tn()).isGreaterThan(100);
    }

    private static Truth truth() throws IOException {
        return Truth.read(new BufferedReader(new StringReader(TABLE)));
    }
}
