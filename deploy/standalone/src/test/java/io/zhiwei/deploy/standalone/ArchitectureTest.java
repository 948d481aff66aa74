package io.zhiwei.deploy.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom, seen from the module that sees everything. */
@AnalyzeClasses(packages = "io.zhiwei", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NOTHING_DEPENDS_ON_DEPLOY = noClasses()
            .that()
            .resideOutsideOfPackage("io.zhiwei.deploy..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.zhiwei.deploy..");

    @ArchTest
    static final ArchRule THE_SCHEMAS_STAND_ALONE = noClasses()
            .that()
            .resideInAPackage("io.zhiwei.schemas..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.zhiwei.models..", "io.zhiwei.jobs..");

    @ArchTest
    static final ArchRule THE_MODELS_KNOW_NO_STREAMING = noClasses()
            .that()
            .resideInAPackage("io.zhiwei.models..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.zhiwei.jobs..",
                    "org.apache.flink..",
                    "org.apache.kafka..",
                    "org.elasticsearch..",
                    "co.elastic..");

    @ArchTest
    static final ArchRule THE_COMMAND_LINE_DOES_NOT_KNOW_THE_SERVERS = noClasses()
            .that()
            .resideInAPackage("io.zhiwei.deploy.standalone..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.zhiwei.deploy.kafka..", "io.zhiwei.deploy.elasticsearch..", "io.zhiwei.deploy.bench..");
}
