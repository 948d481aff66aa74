package io.zhiwei.models.measure.number;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.definition.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberCheckTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static NumberCheck check;

    @BeforeAll
    static void readTheCatalogue() throws IOException {
        Problems problems = new Problems("numbers.yaml");
        NumberFormats formats = NumberFormats.read(Path.of("reference", "numbers.yaml"), problems);
        problems.throwIfAny();
        check = new NumberCheck(formats.select(new ArrayList<>(formats.ids())));
    }

    @ParameterizedTest
    @CsvSource({
        "鄂药广审(文)第270101-00012号, NUM-AD-NEW",
        "鄂械广审（视）第270101-00012号, NUM-AD-NEW",
        "鄂 食健广审(声) 第270101-00012号, NUM-AD-NEW",
        "京医械广审(文)第2005010001号, NUM-AD-OLD",
        "（京）中医广【2025】第07-30-10号, NUM-MED-AD",
        "(鄂)医广【2026】第01-01-001号, NUM-MED-AD",
        "鲁医广【2026】第0302-001-3711号, NUM-MED-VAR",
        "国药准字Z20201234, NUM-DRUG",
        "国药准字HC20200001, NUM-DRUG-HK",
        "国药准字HJ20200001, NUM-DRUG-IM",
        "鄂药制字Z20100123, NUM-HOSP",
        "国械注准20233130011, NUM-DEV-REG",
        "鄂鄂械备20230012号, NUM-DEV-FIL",
        "国食健注G20210012, NUM-HF-REG",
        "食健备G202142000123, NUM-HF-FIL",
        "国食注字TY20210001, NUM-FSMP",
        "国妆特字20240012, NUM-COS-SP",
        "鄂G妆网备字2021000001, NUM-COS-FIL",
        "鄂卫消证字(2021)第0012号, NUM-DISINF",
        "SC10142070412345, NUM-FOOD",
    })
    void readsEveryForm(String number, String format) {
        assertThat(check.read(number, use(null, null)).format()).isEqualTo(format);
    }

    @Test
    void findsTheExpiryInTheNewReviewNumber() {
        OfficialNumber number = check.read("鄂药广审(文)第200101-00012号", use(null, null));

        assertThat(number.expiry()).isEqualTo(LocalDate.of(2020, 1, 1));
        assertThat(number.flaws()).containsExactly(Flaw.EXPIRED);
    }

    @Test
    void isValidOnItsLastDay() {
        assertThat(check.read("鄂药广审(文)第260601-00012号", use(null, null)).sound()).isTrue();
        assertThat(check.read("鄂药广审(文)第260531-00012号", use(null, null)).sound()).isFalse();
    }

    @Test
    void counts1YearFromTheGrantOfAMedicalAdvertisement() {
        assertThat(check.read("(鄂)医广【2025】第06-01-001号", use("MED", null)).flaws())
                .isEmpty();
        assertThat(check.read("(鄂)医广【2025】第05-31-001号", use("MED", null)).flaws())
                .containsExactly(Flaw.EXPIRED);
    }

    @Test
    void holdsOldNumbersForExpired() {
        assertThat(check.read("京医械广审(文)第2020120001号", use("DEV", null)).flaws()).contains(Flaw.EXPIRED);
    }

    @Test
    void tellsAWrongCategoryAndAWrongMedium() {
        assertThat(check.read("鄂械广审(文)第270101-00012号", use("OTC", null)).flaws())
                .containsExactly(Flaw.WRONG_CATEGORY);
        assertThat(check.read("鄂药广审(声)第270101-00012号", use("OTC", "NEWSPAPER")).flaws())
                .containsExactly(Flaw.WRONG_MEDIUM);
    }

    @ParameterizedTest
    @CsvSource({
        "鄂药广审(文)第271301-00012号",
        "鄂械注准20233130011",
        "国械注准20232130011",
        "食健备G202199000123",
        "国药证字H20200001",
        "国食健注G20300012"
    })
    void seesTheImpossible(String number) {
        assertThat(check.read(number, use(null, null)).flaws()).contains(Flaw.IMPOSSIBLE);
    }

    @Test
    void leavesAnUnknownFormUnknown() {
        OfficialNumber number = check.read("鄂药宣备字第12号", use("OTC", null));

        assertThat(number.format()).isNull();
        assertThat(number.flaws()).isEmpty();
    }

    @Test
    void findsNumbersInRunningText() {
        List<OfficialNumber> numbers = check.find("本品 国药准字Z20201234，广告批准文号：鄂药广审（文）第270101-00012号。", use(null, null));

        assertThat(numbers).extracting(OfficialNumber::format).containsExactlyInAnyOrder("NUM-DRUG", "NUM-AD-NEW");
    }

    @Test
    void checksTheCreditCode() {
        assertThat(CreditCode.isSound("91350100M000100Y43")).isTrue();
        assertThat(CreditCode.isSound("91350100M000100Y44")).isFalse();
        assertThat(CreditCode.isSound("9135")).isFalse();
        assertThat(CreditCode.isSound("91350100M000100I43")).isFalse();
    }

    private static NumberCheck.Use use(@Nullable String category, @Nullable String medium) {
        return new NumberCheck.Use(DAY, category == null ? Set.of() : Set.of(category), medium);
    }
}
