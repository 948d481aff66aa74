package io.zhiwei.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ClaimSettingsTest {

    @Test
    void hasDefaults() {
        assertThat(bound(Map.of("zhiwei.claims.x", "")))
                .isEqualTo(new ClaimSettings("zhiwei_role", "zhiwei_regions", "zhiwei_agencies"));
    }

    @Test
    void readsEveryKey() {
        assertThat(bound(
                        Map.of("zhiwei.claims.role", "r", "zhiwei.claims.regions", "d", "zhiwei.claims.agencies", "a")))
                .isEqualTo(new ClaimSettings("r", "d", "a"));
    }

    @Test
    void refusesNamesThatCannotBeMeant() {
        assertThatThrownBy(() -> new ClaimSettings("same", "same", "a")).hasMessageContaining("three different names");
        assertThatThrownBy(() -> new ClaimSettings(" ", "d", "a")).hasMessageContaining("three different names");
    }

    private static ClaimSettings bound(Map<String, String> keys) {
        return new Binder(new MapConfigurationPropertySource(keys)).bindOrCreate("zhiwei.claims", ClaimSettings.class);
    }
}
