package io.zhiwei.models;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "io.zhiwei.models", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NOTHING_KNOWS_THE_STREAM = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..", "co.elastic..", "org.elasticsearch..");

    @ArchTest
    static final ArchRule MEASURES_KNOW_NO_SCREENING = noClasses()
            .that()
            .resideInAnyPackage("io.zhiwei.models.measure..", "io.zhiwei.models.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.zhiwei.models.screening..", "io.zhiwei.models.assessment..", "io.zhiwei.models.trial..");

    @ArchTest
    static final ArchRule TEXT_KNOWS_NO_MEASURE = noClasses()
            .that()
            .resideInAPackage("io.zhiwei.models.text..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.zhiwei.models.measure..");

    @ArchTest
    static final ArchRule DEFINITIONS_KNOW_NOBODY = noClasses()
            .that()
            .resideInAPackage("io.zhiwei.models.definition..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.zhiwei.models.measure..",
                    "io.zhiwei.models.text..",
                    "io.zhiwei.models.screening..",
                    "io.zhiwei.models.assessment..",
                    "io.zhiwei.models.trial..");

    @ArchTest
    static final ArchRule ONLY_TRIALS_KNOW_TRIALS = noClasses()
            .that()
            .resideOutsideOfPackage("io.zhiwei.models.trial..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.zhiwei.models.trial..");
}
