package interline.local;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Imports run downhill only: dialect to gateway to fleet, and everything else to fleet. */
@Execution(ExecutionMode.SAME_THREAD)
@AnalyzeClasses(packages = "interline", importOptions = ImportOption.DoNotIncludeTests.class)
final class LayeringTest {

  private static final String[] DIALECTS = {
    "interline.fieldopt..",
    "interline.onfleet..",
    "interline.fleetio..",
    "interline.trimble..",
    "interline.frachtpilot..",
    "interline.operator.."
  };

  @ArchTest
  static final ArchRule fleetKnowsNothingButJavaAndTheShapeOfTheEarth =
      classes()
          .that(resideInAPackage("interline.fleet.."))
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "interline.fleet..", "java..", "net.sf.geographiclib..", "org.jspecify.."));

  @ArchTest
  static final ArchRule storeKnowsTheFleetAndAws =
      noClasses()
          .that(resideInAPackage("interline.store.."))
          .should()
          .dependOnClassesThat(
              resideInAPackage("interline..")
                  .and(not(resideInAnyPackage("interline.fleet..", "interline.store.."))));

  @ArchTest
  static final ArchRule gatewayKnowsTheFleetOnly =
      noClasses()
          .that(resideInAPackage("interline.gateway.."))
          .should()
          .dependOnClassesThat(
              resideInAPackage("interline..")
                  .and(not(resideInAnyPackage("interline.fleet..", "interline.gateway.."))));

  @ArchTest
  static void dialectsKnowNeitherEachOtherNorTheStore(
      com.tngtech.archunit.core.domain.JavaClasses all) {
    Stream.of(DIALECTS)
        .forEach(
            dialect ->
                noClasses()
                    .that(resideInAPackage(dialect))
                    .should()
                    .dependOnClassesThat(
                        resideInAPackage("interline..")
                            .and(
                                not(
                                    resideInAnyPackage(
                                        "interline.fleet..", "interline.gateway..", dialect))))
                    .allowEmptyShould(true)
                    .check(all));
  }

  @ArchTest
  static final ArchRule bulkKnowsTheFleetOnly =
      noClasses()
          .that(resideInAPackage("interline.bulk.."))
          .should()
          .dependOnClassesThat(
              resideInAPackage("interline..")
                  .and(not(resideInAnyPackage("interline.fleet..", "interline.bulk.."))));

  @ArchTest
  static final ArchRule onlyTheStoreSpeaksToAws =
      noClasses()
          .that(not(resideInAnyPackage("interline.store..", "interline.local..")))
          .should()
          .dependOnClassesThat(resideInAPackage("software.amazon.awssdk.."));

  @ArchTest
  static final ArchRule nothingThatIsDeployedKnowsTheLocalServer =
      noClasses()
          .that(not(resideInAPackage("interline.local..")))
          .should()
          .dependOnClassesThat(resideInAPackage("interline.local.."));

  @ArchTest
  static final ArchRule nothingScansTheTable =
      noClasses()
          .should()
          .callMethodWhere(
              com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                  com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                      "scan(Paginator)?")));

  @ArchTest
  static final ArchRule timeComesIn =
      noClasses()
          .that(resideInAnyPackage("interline.fleet..", "interline.store.."))
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule handlersCanBeWiredByTheEnvironmentAndByATest =
      methods()
          .that()
          .haveName("handleRequest")
          .and()
          .areDeclaredInClassesThat()
          .implement(RequestHandler.class)
          .should()
          .bePublic();

  @ArchTest
  static void handlersHaveBothConstructors(com.tngtech.archunit.core.domain.JavaClasses all) {
    all.stream()
        .filter(type -> type.isAssignableTo(RequestHandler.class) && !type.isInterface())
        .forEach(
            type -> {
              type.getConstructor();
              type.getConstructor(Map.class);
            });
  }
}
