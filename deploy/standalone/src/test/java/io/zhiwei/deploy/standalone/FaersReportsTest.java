package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of FAERS as events; what is wrong with a case costs that case and nothing else. */
class FaersReportsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void joinsTheTablesAndKeepsTheDates() throws IOException {
        EventSet set = FaersReports.read(List.of(
                table("cases.csv", "primaryid,sex,age_in_days,fda_dt", "2,F,14610,20210305", "1,,,20040309"),
                table("drugs.csv", "primaryid,substance,role_cod", "1,甲药,PS", "2,甲药,PS", "2,乙药,C"),
                table("reactions.csv", "primaryid,pt", "1,皮疹", "2,恶心", "2,恶心", "2,没有人知道的反应")));

        assertThat(set.wrong()).isEmpty();
        assertThat(set.events()).extracting(event -> event.get("reportId")).containsExactly("FAERS-1", "FAERS-2");
        GenericRecord second = set.events().get(1);
        assertThat(day(second)).isEqualTo("2021-03-05");
        assertThat(second.get("ageYears")).isEqualTo(40.0);
        assertThat((List<?>) second.get("products")).hasSize(2);
        assertThat((List<?>) second.get("events")).hasSize(2);
    }

    @Test
    void aCaseWithoutReadableDateOrReactionIsLeftOutWithAReason() throws IOException {
        EventSet set = FaersReports.read(List.of(
                table(
                        "cases.csv",
                        "primaryid,sex,age_in_days,fda_dt",
                        "1,M,100,20040309",
                        "2,M,100,20041340",
                        "3,M,100,2004",
                        "4,M,100,20040310"),
                table("drugs.csv", "primaryid,substance,role_cod", "1,甲药,PS", "2,甲药,PS", "3,甲药,PS", "4,甲药,PS"),
                table("reactions.csv", "primaryid,pt", "1,皮疹", "2,皮疹", "3,皮疹")));

        assertThat(set.events()).hasSize(1);
        assertThat(set.wrong())
                .containsExactly(
                        "primaryid 2: fda_dt '20041340' is no day. Write it as yyyyMMdd.",
                        "primaryid 3: fda_dt '2004' is no day. Write it as yyyyMMdd.",
                        "primaryid 4: no substance or no pt. Give the tables of drugs and reactions too.");
    }

    @Test
    void aNegativeAgeIsNoAge() throws IOException {
        EventSet set = FaersReports.read(List.of(
                table("cases.csv", "primaryid,sex,age_in_days,fda_dt", "1,X,-400,20040309"),
                table("drugs.csv", "primaryid,substance,role_cod", "1,甲药,PS"),
                table("reactions.csv", "primaryid,pt", "1,皮疹")));

        assertThat(set.events().get(0).get("ageYears")).isNull();
        assertThat(set.events().get(0).get("sex")).isNull();
    }

    @Test
    void tablesWithoutCasesAreRefused() throws IOException {
        List<Path> files = List.of(table("drugs.csv", "primaryid,substance,role_cod", "1,甲药,PS"));

        assertThatThrownBy(() -> FaersReports.read(files))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("fda_dt is missing. Give the table of cases too.");
    }

    private Path table(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private static String day(GenericRecord event) {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        return LocalDate.ofInstant(Instant.ofEpochMilli((Long) event.get("receiptTime")), zone)
                .toString();
    }
}
