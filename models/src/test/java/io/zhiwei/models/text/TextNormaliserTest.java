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

    private static final List<String> SENSITIVE =
            List.of("根治", "治疗", "治愈", "糖尿病", "高血压", "肿瘤", "减肥", "壮阳", "免费", "永不复发", "药到病除", "疗效", "癌症", "微信");
    private static TextNormaliser normaliser;

    @BeforeAll
    static void readTheTricks() throws IOException {
        Problems problems = new Problems("spellings.yaml");
        normaliser = TextNormaliser.of(Spellings.read(Path.of("reference", "spellings.yaml"), problems), SENSITIVE);
        problems.throwIfAny();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        // homophones and near sounds
        "兔费领取, 兔费, 免费",
        "甜尿病, 甜尿病, 糖尿病",
        "高雪压, 高雪压, 高血压",
        "状阳, 状阳, 壮阳",
        "芝疗脑梗, 芝疗, 治疗",
        "加卫星领取试用, 加卫星, 加微信",
        "购买请联系卫星, 卫星, 微信",
        "膏药要效好, 要效, 药效",
        // characters in parts
        "氵台疗脑梗, 氵台疗, 治疗",
        "月中瘤, 月中瘤, 肿瘤",
        "减月巴, 减月巴, 减肥",
        "炎疒正, 疒正, 症",
        // Pinyin and initials
        "zhiliao腰痛, zhiliao, 治疗",
        "ZhiLiao腰痛, ZhiLiao, 治疗",
        "告别tnb, tnb, 糖尿病",
        "告别GXY, GXY, 高血压",
        "gen治腰痛, gen治, 根治",
        "根zhi腰痛, 根zhi, 根治",
        // symbols between the characters of a word
        "根*治, 根*治, 根治",
        "根.治, 根.治, 根治",
        "根 治, 根 治, 根治",
        "根丨治, 根丨治, 根治",
        "根~·治, 根~·治, 根治",
        "永~不~复~发, 永~不~复~发, 永不复发",
        // other forms of letters and digits
        "１００％, １００％, 100%",
        "①⑨⑨元, ①⑨⑨, 199",
        "𝟏𝟎𝟎元, 𝟏𝟎𝟎, 100",
        "㊙方, ㊙, 秘",
        "Ｃａ, Ｃａ, ca",
        // traditional characters, variants and radicals
        "治癒, 治癒, 治愈",
        "療效, 療效, 疗效",
        "藥到病除, 藥到病除, 药到病除",
        "全国⼀流, ⼀, 一",
        // emoji
        "一粒💊, 💊, 药",
        "打💉, 💉, 针",
        "来🏥看看, 🏥, 医院",
        "问👨‍⚕️, 👨‍⚕️, 医生",
        "💯安全, 💯, 100%",
        "本🌿, 🌿, 草",
        "加❤信, ❤, 微",
        "加❤️信, ❤️, 微",
        // Latin letters in the place of others
        "A症患者, A症, 癌症",
        "1OO%有效, 1OO%, 100%",
    })
    void undoesATrickAndQuotesTheOriginal(String original, String disguise, String plain) {
        NormalText normal = normaliser.normalise(original);

        int start = normal.text().indexOf(plain);
        assertThat(start).as(normal.text()).isNotNegative();
        int end = start + plain.length();
        assertThat(normal.quote(start, end)).isEqualTo(disguise);
        assertThat(normal.disguised(start, end)).isTrue();
        assertThat(normal.original()).isEqualTo(original);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x200B, 0x200D, 0x202E, 0x2060, 0xFEFF, 0x00AD, 0x180E, 0xFE0F, 0xE0041, 0x20DD})
    void dropsWhatLeavesNoTrace(int invisible) {
        String original = "可根" + Character.toString(invisible) + "治";

        NormalText normal = normaliser.normalise(original);

        assertThat(normal.text()).isEqualTo("可根治");
        assertThat(normal.quote(1, 3)).isEqualTo(original.substring(1));
        assertThat(normal.disguised(1, 3)).isTrue();
        assertThat(normal.disguised(1, 2)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"根、治、糖、尿、病;根治糖尿病", "根，治，糖，尿，病;根治糖尿病", "专家说：根。治。糖。尿。病;专家说:根治糖尿病"})
    void joinsAWordThatWasTornApart(String torn, String whole) {
        NormalText normal = normaliser.normalise(torn);

        int start = whole.indexOf("根治");
        assertThat(normal.text()).isEqualTo(whole);
        assertThat(normal.quote(start, start + 2)).isEqualTo(torn.substring(start, start + 3));
        assertThat(normal.disguised(start, start + 2)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "含糖量3.5%|含糖量3.5%",
                "5-10天发货|5-10天发货",
                "vitamin c 100mg|vitamin c 100mg",
                "今天天气好。明天去公园|今天天气好。明天去公园",
                "感冒、头痛、发热|感冒、头痛、发热",
                "内科、外科、儿科|内科、外科、儿科",
                "你好，世界！是吗？（真的）；对：好|你好,世界!是吗?(真的);对:好",
                "预约 ——  到店|预约 ——  到店",
                "OTC药品 WIFI免费|otc药品wifi免费",
            })
    void leavesOrdinaryWritingUndisguised(String original, String expected) {
        NormalText normal = normaliser.normalise(original);

        assertThat(normal.text()).isEqualTo(expected);
        for (String word : List.of("3.5%", "5-10", "vitamin", "100mg", "公园", "头痛", "发热", "外科", "世界", "药品", "免费")) {
            int start = normal.text().indexOf(word);
            assertThat(start >= 0 && normal.disguised(start, start + word.length()))
                    .as(word)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "北斗卫星发射成功",
                "他根植于农村",
                "一时之间想不起来",
                "要是明天下雨就不去",
                "他的要求不高",
                "在银行工作",
                "编号atnbx",
            })
    void mapsNothingByItsSoundAlone(String innocent) {
        assertThat(normaliser.normalise(innocent).text()).isEqualTo(innocent);
    }

    @ParameterizedTest
    @CsvSource({
        "有效率百分之九十八点五, 98.5%",
        "百分之九十八, 98%",
        "百分之百有效, 100%",
        "百分之一百有效, 100%",
        "百分百有效, 100%",
        "百分之十, 10%",
        "百分之十五, 15%",
        "百分之两百, 200%",
        "百分之一百二十, 120%",
        "百分之零点五, 0.5%",
        "百分之98.5, 98.5%",
        "百分之９８, 98%",
        "1OO%, 100%",
        "2O26年, 2026",
    })
    void writesPercentagesInDigits(String original, String expected) {
        assertThat(normaliser.normalise(original).text().replaceAll("[^0-9.%]", ""))
                .isEqualTo(expected);
    }

    @Test
    void aPercentageInWordsIsNoDisguiseAndIsQuotedWhole() {
        NormalText normal = normaliser.normalise("有效率百分之九十八点五。");

        assertThat(normal.text()).isEqualTo("有效率98.5%。");
        assertThat(normal.quote(3, 8)).isEqualTo("百分之九十八点五");
        assertThat(normal.quote(4, 5)).isEqualTo("百分之九十八点五");
        assertThat(normal.disguised(0, 8)).isFalse();
    }

    @Test
    void leavesAHundredthWithoutANumberAlone() {
        assertThat(normaliser.normalise("百分之几不清楚").text()).isEqualTo("百分之几不清楚");
    }

    @Test
    void leavesThreeFillersAlone() {
        assertThat(normaliser.normalise("根***治").text()).isEqualTo("根***治");
    }

    @Test
    void quotesNothingForNothing() {
        NormalText normal = normaliser.normalise("");

        assertThat(normal.text()).isEmpty();
        assertThat(normal.quote(0, 0)).isEmpty();
    }

    @Test
    void thePlainNormaliserKnowsCharactersButNoTricks() {
        assertThat(TextNormaliser.plain().normalise("療效 兔费 zhiliao").text()).isEqualTo("疗效兔费zhiliao");
    }
}
