package interline.store;

import static org.assertj.core.api.Assertions.assertThat;

import interline.fleet.Assignment;
import interline.fleet.BulkJob;
import interline.fleet.BulkRows;
import interline.fleet.Caller;
import interline.fleet.Change;
import interline.fleet.Container;
import interline.fleet.Entity;
import interline.fleet.Event;
import interline.fleet.Field;
import interline.fleet.Kind;
import interline.fleet.LocationEntry;
import interline.fleet.Metadata;
import interline.fleet.OrganizationId;
import interline.fleet.Place;
import interline.fleet.Ref;
import interline.fleet.Stamp;
import interline.fleet.Unique;
import interline.fleet.VehicleAssignment;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(TestTable.Fresh.class)
final class RecordsTest {

  private static final String JOB = "6f1c8f3e-0000-4000-8000-000000000001";

  static Stream<Entity> everyEntity() {
    return Stream.of(
        Samples.organization(3),
        Samples.fullKey(),
        Samples.emptyKey(),
        Samples.fullSignIn(1),
        Samples.emptySignIn(2),
        Samples.fullRoutePlan(1),
        Samples.emptyRoutePlan(2),
        Samples.fullCustomer(3),
        Samples.fullWorker(1),
        Samples.emptyWorker(Long.MAX_VALUE),
        Samples.fullVehicleAssignment(1),
        Samples.emptyVehicleAssignment(Long.MAX_VALUE),
        Samples.fullTask(2),
        Samples.emptyTask(3),
        Samples.waitingTask(4, new Place(Container.organization(), -5)),
        Samples.waitingTask(5, new Place(new Container.OfTeam(6), 7)),
        Samples.fullVehicle(4),
        Samples.emptyVehicle(5),
        Samples.fullMeterEntry(6),
        Samples.reading(7, LocalDate.of(2026, 11, 20), "0"),
        Samples.position(8, new LocationEntry.Owner.OfVehicle(4), TestTable.NOW),
        Samples.position(9, new LocationEntry.Owner.OfWorker(1), TestTable.NOW),
        Samples.fullFault(6),
        Samples.emptyFault(7),
        Samples.fullRule(8),
        Samples.emptyRule(9),
        Samples.fullWebhook(10),
        Samples.emptyWebhook(11),
        Samples.taskOnRecord(12),
        Samples.fullDestination(13),
        Samples.emptyDestination(14),
        Samples.fullRecipient(15),
        Samples.emptyRecipient(16),
        Samples.fullHub(17),
        Samples.emptyHub(18),
        Samples.fullTeam(19),
        Samples.emptyTeam(20),
        Samples.triggered(21),
        Samples.fullAdministrator(22),
        Samples.emptyAdministrator(23),
        Samples.customFields(),
        Samples.fullJob(JOB),
        Samples.emptyJob(JOB));
  }

  @ParameterizedTest
  @MethodSource("everyEntity")
  void comesBackAsItWentInOneVersionOn(Entity entity, TestTable table) {
    table.write(new Change.Create(entity));

    Entity read = table.snapshot().get(entity.ref());

    assertThat(read.stamp())
        .isEqualTo(new Stamp(1, entity.stamp().created(), entity.stamp().changed()));
    assertThat(read)
        .usingRecursiveComparison()
        .ignoringFields("stamp")
        .ignoringCollectionOrderInFields("details.values")
        .isEqualTo(entity);
  }

  @ParameterizedTest
  @MethodSource("everyEntity")
  void doesNotExistForAnotherOrganization(Entity entity, TestTable table) {
    table.write(new Change.Create(entity));

    Caller stranger = new Caller(new OrganizationId(8), "eve");

    assertThat(table.store().snapshot(stranger).find(entity.ref())).isEmpty();
    assertThat(table.store().snapshot(stranger).findAll(List.of(entity.ref())).entities())
        .isEmpty();
  }

  @Test
  void assignmentComesBackFromTheContainerAsItWentIn(TestTable table) {
    Assignment assignment = Samples.assignment(31, 2, 5);
    table.write(new Change.Join(assignment));

    assertThat(table.snapshot().container(5)).containsExactly(assignment);
  }

  @Test
  void outcomesComeBackAsTheyWentIn(TestTable table) {
    BulkJob.Outcome succeeded = new BulkJob.Outcome.Succeeded(0, 17);
    BulkJob.Outcome refused =
        new BulkJob.Outcome.Refused(
            1, Map.of("name", List.of("is taken", "is odd"), "", List.of("a row is a map")));
    table.write(
        new Change.Create(Samples.emptyJob(JOB)),
        new Change.RowDone(JOB, succeeded),
        new Change.RowDone(JOB, refused));

    assertThat(table.snapshot().progress(JOB).orElseThrow().outcomes())
        .containsExactly(succeeded, refused);
  }

  /** Every key that the table can hold. What is here has been written and may not change. */
  @Test
  void keysOfEveryItemBeginWithTheOrganization(TestTable table) {
    Ref<?> task = Kind.TASK.number(2);
    VehicleAssignment assignment = Samples.emptyVehicleAssignment(8);
    table.write(
        new Change.Create(Samples.fullTask(2)),
        new Change.Create(Samples.emptyTask(3)),
        new Change.Create(Samples.fullWorker(5)),
        new Change.Create(Samples.emptyWorker(6)),
        new Change.Enroll(Samples.emptyWorker(6)),
        new Change.Create(assignment),
        new Change.Schedule(Optional.empty(), Optional.of(assignment)),
        new Change.Create(Samples.fullVehicle(4)),
        new Change.Create(Samples.emptyJob(JOB)),
        new Change.Enqueue(new BulkRows(JOB, List.of("{}"))),
        new Change.RowDone(JOB, new BulkJob.Outcome.Succeeded(0, 4)),
        new Change.Claim(new Unique(Field.NAME, " Truck #7 "), Kind.VEHICLE.number(4)),
        new Change.Create(Samples.fullRecipient(9)),
        new Change.Settle(Unique.phone("+15035550142"), Kind.RECIPIENT.number(9)),
        new Change.Create(Samples.emptyDestination(9)),
        new Change.Create(Samples.emptyHub(9)),
        new Change.Tag(
            Kind.RECIPIENT.number(9), new Metadata.Item("box", new Metadata.Value.Flag(true))),
        new Change.Join(Samples.assignment(31, 2, 5)),
        new Change.Count(Kind.TASK, 2, Map.of("COMPLETED", 1)),
        new Change.Happened(
            new Event(task, 1, Event.Type.CREATED, TestTable.NOW, "ada", Map.of("worker", "5"))));
    table.write(
        new Caller(OrganizationId.OPERATOR, "operator"),
        new Change.Create(Samples.organization(7)),
        new Change.Create(Samples.fullKey()));
    DynamoStore store = table.store();
    long _ = store.snapshot(TestTable.CALLER).number(Kind.TASK);
    store.permit(TestTable.ORGANIZATION, "fleetio", 600, Duration.ofMinutes(1));
    String _ =
        new Cursors(new Secrets(table.client(), table.name()))
            .seal("listing", Item.key("7#task", "1"));

    String hash = Samples.fullKey().hash();
    assertThat(table.contents().values().stream().map(RecordsTest::keys))
        .containsExactlyInAnyOrder(
            "7#task#2 | @ | 7#task | 0000063962566200456#0000000000000000002#0000000000000000002"
                + " | 7#task#COMPLETED | 2026-11-23#0000000000000000002",
            "7#task#3 | @ | 7#task | 0000063962560800123#0000000000000000003#0000000000000000003"
                + " | 7#task#UNASSIGNED | -#0000000000000000003",
            "7#task#2 | e#0000000000000000001",
            "7#worker#5 | @ | 7#worker#archived | 0000000000000000005",
            "7#worker#6 | @ | 7#worker | 0000000000000000006"
                + " | 7#worker#AVAILABLE | 0000000000000000006",
            "7#worker#6 | enrolled | 7#worker#by#group"
                + " | 0000000000000000000#0000000000000000006"
                + " | 7#worker#changed | 0000001795341600123#0000000000000000006",
            "7#worker#6 | rostered | 7#worker#by#BADGE | ~6\u00010000000000000000006"
                + " | 7#worker#by#NAME | grace hopper\u00010000000000000000006",
            "7#vehicle_assignment#8 | @ | 7#vehicle_assignment | 0000000000000000008"
                + " | 7#vehicle_assignment#vehicle#3 | 0000000000000000008",
            "7#vehicle#3 | assignment#-#0000000000000000008"
                + " | 7#vehicle_assignment#by#START | -#0000000000000000008"
                + " | 7#vehicle_assignment#by#END | ~#0000000000000000008",
            "7#worker#4 | assignment#~#0000000000000000008"
                + " | 7#vehicle_assignment#by#CHANGE | 0000063962560800123#0000000000000000008"
                + " | 7#vehicle_assignment#worker#4 | 0000000000000000008",
            "7#vehicle#4 | @ | 7#vehicle | 0000000000000000004"
                + " | 7#vehicle#changed | 0000001795341600123#0000000000000000004",
            "7#container#worker#5 | 09223372036856872960#0000000000000000002",
            "7#=vehicle#NAME#truck #7 | @",
            "7#recipient#9 | @ | 7#recipient | 0000000000000000009"
                + " | 7#recipient#by#name#ada lovelace"
                + " | 0000001795341600123#0000000000000000009",
            "7#=recipient#PHONE#+15035550142 | @",
            "7#destination#9 | @",
            "7#hub#9 | @ | 7#hub | 0000000000000000009",
            "7#meta#recipient#6abf80ff11ca8c01652bc6056569420e5109d8b63d39e785c195324b9643598c"
                + " | 0000000000000000009",
            "7#bulk#" + JOB + " | @",
            "7#bulk#" + JOB + " | row#0000000000000000000",
            "7#bulk#" + JOB + " | done#0000000000000000000",
            "7#count#task | 0000000000000000002",
            "7#number | task",
            "7#limit#fleetio | 0000001795341660000",
            "0#organization#7 | @ | 0#organization | 0000000000000000007",
            "0#key#" + hash + " | @ | 0#key#7 | FRACHTPILOT#" + hash,
            "0#secret | cursor");
  }

  private static String keys(Map<String, AttributeValue> attributes) {
    Item item = Item.of(attributes);
    return Stream.of("pk", "sk", "lpk", "lsk", "fpk", "fsk")
        .flatMap(name -> item.findText(name).stream())
        .reduce((left, right) -> left + " | " + right)
        .orElseThrow();
  }
}
