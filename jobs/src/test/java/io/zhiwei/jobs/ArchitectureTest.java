package io.zhiwei.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.zhiwei.jobs.signal.SignalJob;
import io.zhiwei.jobs.warning.WarningJob;
import org.apache.flink.api.common.functions.RichFunction;

/** Who may know whom. */
@AnalyzeClasses(packages = "io.zhiwei.jobs", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ONLY_MAIN_CLASSES_KNOW_THE_EDGES = noClasses()
            .that()
            .resideOutsideOfPackages("io.zhiwei.jobs.kafka", "io.zhiwei.jobs.elasticsearch")
            .and()
            .doNotBelongToAnyOf(WarningJob.class, SignalJob.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.zhiwei.jobs.kafka", "io.zhiwei.jobs.elasticsearch");

    @ArchTest
    static final ArchRule ONLY_THE_EDGES_KNOW_THE_CLIENTS = noClasses()
            .that()
            .resideOutsideOfPackages("io.zhiwei.jobs.kafka", "io.zhiwei.jobs.elasticsearch")
            .and()
            .doNotBelongToAnyOf(WarningJob.class, SignalJob.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "org.apache.flink.connector.kafka..",
                    "org.apache.flink.connector.base..",
                    "co.elastic..",
                    "org.elasticsearch..",
                    "org.apache.http..");

    @ArchTest
    static final ArchRule THE_EDGES_DO_NOT_KNOW_EACH_OTHER = noClasses()
            .that()
            .resideInAPackage("io.zhiwei.jobs.kafka")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.zhiwei.jobs.elasticsearch");

    @ArchTest
    static final ArchRule THE_EDGES_KNOW_NO_MODEL = noClasses()
            .that()
            .resideInAnyPackage("io.zhiwei.jobs.kafka", "io.zhiwei.jobs.elasticsearch", "io.zhiwei.jobs.stream")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.zhiwei.models..", "io.zhiwei.jobs.warning", "io.zhiwei.jobs.signal");

    @ArchTest
    static final ArchRule STAGES_ARE_NOT_PUBLIC =
            classes().that().areAssignableTo(RichFunction.class).should().notBePublic();

    @ArchTest
    static final ArchRule NOBODY_PRINTS_BUT_MAIN = noClasses()
            .that()
            .doNotBelongToAnyOf(WarningJob.class, SignalJob.class)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");
}
