package io.zhiwei.models;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "io.zhiwei.models", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.zhiwei.models.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule MODELS_ARE_PURE_JAVA = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.flink..",
                    "org.apache.kafka..",
                    "co.elastic..",
                    "org.elasticsearch..",
                    "org.apache.http..",
                    "io.zhiwei.jobs..",
                    "io.zhiwei.deploy..");

    @ArchTest
    static final ArchRule THE_TEXT_KNOWS_NO_MODEL_AND_NO_LAW = noClasses()
            .that()
            .resideInAPackage("io.zhiwei.models.text")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.zhiwei.models.measure..",
                    "io.zhiwei.models.assessment",
                    "io.zhiwei.models.screening",
                    "io.zhiwei.models.keyed",
                    "io.zhiwei.models.registry",
                    "io.zhiwei.models.trial",
                    "io.zhiwei.schemas..");

    @ArchTest
    static final ArchRule MEASURES_KNOW_NOTHING_OF_EVENTS_AND_ALERTS = noClasses()
            .that()
            .resideInAPackage("io.zhiwei.models.measure..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.zhiwei.models.assessment",
                    "io.zhiwei.models.screening",
                    "io.zhiwei.models.keyed",
                    "io.zhiwei.models.registry",
                    "io.zhiwei.models.trial",
                    "io.zhiwei.schemas..",
                    "org.apache.avro..");

    @ArchTest
    static final ArchRule MEASURES_DO_NOT_KNOW_EACH_OTHER =
            slices().matching("io.zhiwei.models.measure.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule A_DEFINITION_KNOWS_NOBODY = noClasses()
            .that()
            .resideInAPackage("io.zhiwei.models.definition")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.zhiwei.models.text",
                    "io.zhiwei.models.measure..",
                    "io.zhiwei.models.assessment",
                    "io.zhiwei.models.screening",
                    "io.zhiwei.models.keyed",
                    "io.zhiwei.models.registry",
                    "io.zhiwei.models.trial",
                    "io.zhiwei.schemas..");

    @ArchTest
    static final ArchRule THE_ASSESSMENT_KNOWS_NO_MEASURE = noClasses()
            .that()
            .resideInAPackage("io.zhiwei.models.assessment")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.zhiwei.models.text",
                    "io.zhiwei.models.measure..",
                    "io.zhiwei.models.screening",
                    "io.zhiwei.models.keyed",
                    "io.zhiwei.models.registry",
                    "io.zhiwei.models.trial");

    @ArchTest
    static final ArchRule ONLY_THE_TRIAL_TRAINS = noClasses()
            .that()
            .resideOutsideOfPackages("io.zhiwei.models.trial", "io.zhiwei.models.measure.classifier.training")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.zhiwei.models.measure.classifier.training");

    @ArchTest
    static final ArchRule NOBODY_PRINTS =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule NOBODY_ASKS_THE_CLOCK_BUT_THE_TRIAL = noClasses()
            .that()
            .resideOutsideOfPackage("io.zhiwei.models.trial")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now", java.time.ZoneId.class);
}
