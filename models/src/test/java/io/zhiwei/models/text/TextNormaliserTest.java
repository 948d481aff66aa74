package io.zhiwei.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.definition.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextNormaliserTest {

    private static final List<String> SENSITIVE = List.of(
            "根治", "治疗", "治愈", "糖尿病", "高血压", "永不复发", "免费", "肿瘤", "减肥", "微信", "癌症", "胰岛素", "壮阳");
    private static TextNormaliser normaliser;

    @BeforeAll
    static void readTheTricks() throws IOException {
        Problems problems = new Problems("spellings.yaml");
        Spellings spellings = Spellings.read(Path.of("reference", "spellings.yaml"), problems);
        problems.throwIfAny();
        normaliser = TextNormaliser.of(spellings, SENSITIVE);
    }

    /** The examples of the specification: trick, as written, as meant. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "氵台疗脑梗|治疗脑梗",
                "月中瘤患者|肿瘤患者",
                "减月巴特惠|减肥特惠",
                "疒正状|症状",
                "加卫星领取|加微信领取",
                "兔费试用|免费试用",
                "甜尿病|糖尿病",
                "高雪压患者|高血压患者",
                "状阳药酒|壮阳药酒",
                "芝疗脑梗|治疗脑梗",
                "专业zhiliao糖尿病|专业治疗糖尿病",
                "tnb患者|糖尿病患者",
                "gen治糖尿病|根治糖尿病",
                "根zhi顽疾|根治顽疾",
                "根*治|根治",
                "根.治|根治",
                "根 治|根治",
                "根丨治|根治",
                "永~不~复~发|永不复发",
                "根、治、糖、尿、病|根治糖尿病",
                "１００％|100%",
                "①⑨⑨元|199元",
                "𝟏𝟎𝟎%|100%",
                "㊙方|秘方",
                "治癒|治愈",
                "療效|疗效",
                "藥到病除|药到病除",
                "⼀次|一次",
                "💊到病除|药到病除",
                "去🏥|去医院",
                "👨‍⚕️推荐|医生推荐",
                "加❤信|加微信",
                "💯有效|100%有效",
                "A症患者|癌症患者",
                "1OO%|100%",
                "百分之九十八|98%",
                "百分之九十八点五|98.5%",
                "百分百|100%"
            })
    void seesWhatIsMeant(String written, String meant) {
        assertThat(normaliser.normalise(written).text()).isEqualTo(meant);
    }

    @Test
    void takesInvisibleCharactersAway() {
        NormalText text = normaliser.normalise("根\u200b治\u2060糖\ufe0f尿\u00ad病");

        assertThat(text.text()).isEqualTo("根治糖尿病");
        assertThat(text.disguised(0, 2)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "含量3.5%",
                "vitamin c 500mg",
                "眼、耳、鼻、喉科",
                "通风良好",
                "诊治与护理",
                "威信很高",
                "月中旬到货",
                "有小孩的家庭",
                "预防治理并重",
                "卫星发射成功"
            })
    void leavesInnocentWordsAlone(String text) {
        assertThat(normaliser.normalise(text).text()).isEqualTo(text);
    }

    @Test
    void quotesTheOriginalBehindADisguise() {
        NormalText text = normaliser.normalise("专业根 * 治：氵台疗 tnb");
        int cure = text.text().indexOf("治疗");

        assertThat(text.quote(cure, cure + 2)).isEqualTo("氵台疗");
        assertThat(text.disguised(cure, cure + 2)).isTrue();
        assertThat(text.disguised(0, 2)).isFalse();
    }

    @Test
    void aGapBetweenTwoWordsHidesNeither() {
        NormalText text = normaliser.normalise("皮肤管理中心 瘦脸针");
        int needle = text.text().indexOf("瘦脸针");

        assertThat(text.disguised(needle, needle + 3)).isFalse();
        assertThat(text.disguised(needle - 1, needle + 3)).isTrue();
    }

    @Test
    void doubtfulDisguisesCountOnlyBesideMedicine() {
        assertThat(normaliser.normalise("胃痛吃要三天见好").text()).startsWith("胃痛吃药");
        assertThat(normaliser.normalise("早上吃要打包").text()).doesNotContain("药");
    }
}
