package io.zhiwei.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.text.SuspectedDisguise.Suspicion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuspectedDisguiseTest {

    private final SuspectedDisguise disguises = new SuspectedDisguise(
            Spellings.read(Path.of("reference", "spellings.yaml"), new Problems("spellings.yaml")),
            Set.of("疗程", "降压药", "专家推荐", "血糖", "纯植物", "治疗"));

    SuspectedDisguiseTest() throws IOException {}

    @ParameterizedTest
    @CsvSource({"三个聊程就好, 聊程, 疗程", "把蒋压药扔掉, 蒋压药, 降压药", "心内科zjtj的茶, zjtj, 专家推荐", "丿皿糖马上稳, 丿皿, 血糖", "加vxd0311领取, vxd, 微信"})
    void suspects(String text, String written, String word) {
        assertThat(disguises.find(text)).contains(new Suspicion(written, word));
    }

    @Test
    void suspectsInitialsOfSeveralWords() {
        assertThat(disguises.find("一贴见效，bkdbfd，下单送护腰").map(Suspicion::written)).contains("bkdbfd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"三个疗程就好", "聊天程序员都在用", "说明书见https页面", "led灯和vip卡，180ml一瓶", "型号hk300", "助治是一种服务", ""})
    void suspectsNobodyElse(String text) {
        assertThat(disguises.find(text)).isEmpty();
    }
}
