package interline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import interline.bulk.BulkFunction;
import interline.fleet.BulkJob;
import interline.fleet.BulkJob.Outcome;
import interline.fleet.BulkJobs;
import interline.fleet.Container;
import interline.fleet.Dialect;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Member;
import interline.fleet.OrganizationId;
import interline.fleet.Store;
import interline.fleet.Vehicle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A bulk job ends with each row done once, whatever happens to its workers and its message. */
class BulkCrashTest {

  private static final int RECEIVES = 3;

  /**
   * Two vehicles, one that cannot be, a new name for the first, and its new colour under that name.
   */
  private static final List<String> ROWS =
      List.of(
          vehicle("Van 1"),
          vehicle("Van 2"),
          vehicle("van 1"),
          """
          {"identifier_field_name":"name","identifier_field_value":"Van 2","name":"Bus 2"}\
          """);

  private static final List<String> UPDATES =
      List.of(
          """
          {"identifier_field_name":"name","identifier_field_value":"Van 1","name":"Bus 1"}\
          """,
          """
          {"identifier_field_name":"name","identifier_field_value":"Bus 1","color":"Blue"}\
          """,
          """
          {"identifier_field_name":"name","identifier_field_value":"Van 1","color":"Red"}\
          """);

  private static final List<String> TASKS =
      List.of(
          """
          {"destination":{"address":{"unparsed":"1 Quay"}},\
          "recipients":[{"name":"Ada","phone":"+16173428853"}]}\
          """,
          "{}",
          """
          {"destination":{"address":{"unparsed":"2 Quay"}},\
          "recipients":[{"name":"Ada","phone":"+16173428853"}]}\
          """);

  private final Store store = TestServer.store();

  @Test
  void aWorkerThatDiesAtAnyPointLeavesAJobThatTheNextOneFinishes() {
    int point = 1;
    for (boolean died = true; died; point++) {
      Tenant tenant = TestServer.tenant();
      String creates = open(tenant, "create", ROWS.subList(0, 3));
      FaultyStore faulty = FaultyStore.dyingAt(point, store);

      Throwable end = catchThrowable(() -> deliver(faulty, tenant, creates, 1));
      died = end instanceof FaultyStore.Death;
      assertThat(deliver(store, tenant, creates, 2).getBatchItemFailures()).isEmpty();

      assertThat(progress(tenant, creates).job().state(Instant.now()))
          .isEqualTo(BulkJob.State.COMPLETE);
      assertThat(progress(tenant, creates).succeeded())
          .extracting(Outcome.Succeeded::index)
          .containsExactly(0, 1);
      assertThat(progress(tenant, creates).refused())
          .extracting(Outcome.Refused::index)
          .containsExactly(2);
      assertThat(vehicles(tenant)).extracting(Vehicle::name).containsExactly("Van 1", "Van 2");
      assertThat(vehicles(tenant)).allSatisfy(vehicle -> versionIs(vehicle, 1));
    }
    assertThat(point).as("points at which the worker died").isGreaterThan(15);
  }

  @Test
  void updatesThatAWorkerDiedOverAreMadeOnceAndInOrder() {
    int point = 1;
    for (boolean died = true; died; point++) {
      Tenant tenant = TestServer.tenant();
      deliver(store, tenant, open(tenant, "create", ROWS.subList(0, 1)), 1);
      String updates = open(tenant, "update", UPDATES);
      FaultyStore faulty = FaultyStore.dyingAt(point, store);

      Throwable end = catchThrowable(() -> deliver(faulty, tenant, updates, 1));
      died = end instanceof FaultyStore.Death;
      deliver(store, tenant, updates, 2);

      assertThat(progress(tenant, updates).succeeded())
          .extracting(Outcome.Succeeded::index)
          .containsExactly(0, 1);
      assertThat(progress(tenant, updates).refused())
          .extracting(Outcome.Refused::index)
          .containsExactly(2);
      Vehicle vehicle = vehicles(tenant).getFirst();
      assertThat(vehicle.name()).isEqualTo("Bus 1");
      assertThat(vehicle.color()).contains("Blue");
      versionIs(vehicle, 3);
    }
    assertThat(point).as("points at which the worker died").isGreaterThan(15);
  }

  @Test
  void tasksThatAWorkerDiedOverAreMadeOnce() {
    int point = 1;
    for (boolean died = true; died; point++) {
      Tenant tenant = TestServer.tenant();
      String tasks =
          store
              .commit(tenant.caller(), BulkJobs.open(Dialect.ONFLEET, "task", "create", TASKS))
              .id();
      FaultyStore faulty = FaultyStore.dyingAt(point, store);

      Throwable end = catchThrowable(() -> deliver(faulty, tenant, tasks, 1));
      died = end instanceof FaultyStore.Death;
      assertThat(deliver(store, tenant, tasks, 2).getBatchItemFailures()).isEmpty();

      BulkJob.Progress progress = progress(tenant, tasks);
      assertThat(progress.job().state(Instant.now())).isEqualTo(BulkJob.State.COMPLETE);
      assertThat(progress.succeeded()).extracting(Outcome.Succeeded::index).containsExactly(0, 2);
      assertThat(progress.refused()).extracting(Outcome.Refused::index).containsExactly(1);
      assertThat(
              store.snapshot(tenant.caller()).members(Container.organization()).stream()
                  .map(Member::task))
          .containsExactlyElementsOf(
              progress.succeeded().stream().map(Outcome.Succeeded::record).toList());
    }
    assertThat(point).as("points at which the worker died").isGreaterThan(12);
  }

  @Test
  void aFaultThatPassesIsOverWithinTheSameDelivery() {
    int point = 0;
    FaultyStore faulty;
    do {
      point++;
      Tenant tenant = TestServer.tenant();
      String creates = open(tenant, "create", ROWS.subList(1, 3));
      faulty = FaultyStore.failingAt(point, store);

      assertThat(deliver(faulty, tenant, creates, RECEIVES).getBatchItemFailures()).isEmpty();

      assertThat(progress(tenant, creates).job().state(Instant.now()))
          .isEqualTo(BulkJob.State.COMPLETE);
      assertThat(vehicles(tenant)).extracting(Vehicle::name).containsExactly("Van 2", "van 1");
      assertThat(vehicles(tenant)).allSatisfy(vehicle -> versionIs(vehicle, 1));
    } while (faulty.points() >= point);
    assertThat(point).as("points at which the store failed").isGreaterThan(12);
  }

  @Test
  void aFaultThatLastsIsLeftToTheNextDelivery() {
    Tenant tenant = TestServer.tenant();
    String job = open(tenant, Dialect.TRIMBLE, "create", ROWS);
    List<Duration> pauses = new ArrayList<>();
    BulkFunction function =
        new BulkFunction(
            store, RECEIVES, Duration.ofMinutes(1), pauses::add, BulkCrashTest::unexpected);

    assertThat(
            function
                .handleRequest(event(tenant, job, 1), new SilentContext())
                .getBatchItemFailures())
        .hasSize(1);

    assertThat(pauses).extracting(Duration::toSeconds).containsExactly(1L, 5L, 10L);
  }

  @Test
  void aWorkerWhoseTimeRunsOutHandsTheRestOnAtOnce() {
    Tenant tenant = TestServer.tenant();
    String job = open(tenant, "create", ROWS.subList(0, 3));
    List<String> handedOn = new ArrayList<>();
    BulkFunction function =
        new BulkFunction(
            store, RECEIVES, Duration.ofMinutes(1), _ -> {}, (_, rest) -> handedOn.add(rest));

    for (int done = 1; done <= 3; done++) {
      assertThat(
              function
                  .handleRequest(
                      event(tenant, job, RECEIVES), new SilentContext(Duration.ofSeconds(9)))
                  .getBatchItemFailures())
          .isEmpty();
      assertThat(progress(tenant, job).outcomes()).hasSize(done);
      assertThat(progress(tenant, job).job().lastAttemptEnds()).isEmpty();
    }

    assertThat(handedOn).containsExactly(job, job);
    assertThat(progress(tenant, job).job().state(Instant.now())).isEqualTo(BulkJob.State.COMPLETE);
    assertThat(vehicles(tenant)).extracting(Vehicle::name).containsExactly("Van 1", "Van 2");
  }

  @Test
  void aMessageDeliveredTwiceChangesNothing() {
    Tenant tenant = TestServer.tenant();
    String job = open(tenant, "create", ROWS);
    deliver(store, tenant, job, 1);
    BulkJob.Progress before = progress(tenant, job);

    assertThat(deliver(store, tenant, job, 1).getBatchItemFailures()).isEmpty();

    assertThat(progress(tenant, job)).isEqualTo(before);
    assertThat(vehicles(tenant)).hasSize(2);
  }

  @Test
  void twoWorkersOnOneJobDoEachRowOnce() throws Exception {
    for (int round = 0; round < 10; round++) {
      Tenant tenant = TestServer.tenant();
      deliver(store, tenant, open(tenant, "create", ROWS.subList(0, 1)), 1);
      String job = open(tenant, "update", UPDATES);
      try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
        Callable<SQSBatchResponse> work =
            () -> deliver(TestServer.store(TestServer.shared().stack()), tenant, job, 1);
        for (Future<SQSBatchResponse> done : workers.invokeAll(List.of(work, work))) {
          assertThat(done.get().getBatchItemFailures()).isEmpty();
        }
      }
      BulkJob.Progress progress = progress(tenant, job);
      assertThat(progress.job().state(Instant.now())).isEqualTo(BulkJob.State.COMPLETE);
      assertThat(progress.succeeded()).extracting(Outcome.Succeeded::index).containsExactly(0, 1);
      assertThat(progress.refused()).extracting(Outcome.Refused::index).containsExactly(2);
      versionIs(vehicles(tenant).getFirst(), 3);
    }
  }

  @Test
  void aJobThatNobodyCanWorkOffFailsWithItsReasonOnTheLastDelivery() {
    Tenant tenant = TestServer.tenant();
    String job = open(tenant, Dialect.TRIMBLE, "create", ROWS);
    for (int delivery = 1; delivery < RECEIVES; delivery++) {
      assertThat(deliver(store, tenant, job, delivery).getBatchItemFailures()).hasSize(1);
      assertThat(progress(tenant, job).job().state(Instant.now()))
          .isEqualTo(BulkJob.State.PROCESSING);
    }

    assertThat(deliver(store, tenant, job, RECEIVES).getBatchItemFailures()).hasSize(1);

    BulkJob failed = progress(tenant, job).job();
    assertThat(failed.state(Instant.now())).isEqualTo(BulkJob.State.FAILED);
    assertThat(failed.reason(Instant.now())).contains("The rows could not be worked off");
  }

  @Test
  void aWorkerThatDiesOnTheLastDeliveryLeavesAJobThatFailsByItself() {
    Tenant tenant = TestServer.tenant();
    String job = open(tenant, "create", ROWS);
    FaultyStore faulty = FaultyStore.dyingAt(8, store);

    assertThat(catchThrowable(() -> deliver(faulty, tenant, job, RECEIVES)))
        .isInstanceOf(FaultyStore.Death.class);

    BulkJob left = progress(tenant, job).job();
    Instant behindTheDeadline = Instant.now().plus(Duration.ofMinutes(2));
    assertThat(left.state(Instant.now())).isEqualTo(BulkJob.State.PROCESSING);
    assertThat(left.state(behindTheDeadline)).isEqualTo(BulkJob.State.FAILED);
    assertThat(left.reason(behindTheDeadline)).isPresent();
  }

  @Test
  void aFailedJobThatIsDeliveredAgainIsFinished() {
    Tenant tenant = TestServer.tenant();
    String job = open(tenant, "create", ROWS);
    store.commit(tenant.caller(), BulkJobs.fail(job, "for the test"));

    deliver(store, tenant, job, 1);

    assertThat(progress(tenant, job).job().state(Instant.now())).isEqualTo(BulkJob.State.COMPLETE);
    assertThat(vehicles(tenant)).hasSize(2);
  }

  @Test
  void aMessageThatNamesNoJobStaysForTheDeadLetters() {
    Tenant tenant = TestServer.tenant();

    assertThat(deliver(store, tenant, UUID.randomUUID().toString(), 1).getBatchItemFailures())
        .hasSize(1);
    assertThat(deliver(store, event("not JSON", 1)).getBatchItemFailures()).hasSize(1);
    assertThat(deliver(store, event("{\"job\":1}", 1)).getBatchItemFailures()).hasSize(1);
  }

  private static String vehicle(String name) {
    return """
    {"name":"%s","primary_meter_unit":"mi","vehicle_type_id":3,"vehicle_status_id":1}\
    """
        .formatted(name);
  }

  private String open(Tenant tenant, String operation, List<String> rows) {
    return open(tenant, Dialect.FLEETIO, operation, rows);
  }

  private String open(Tenant tenant, Dialect dialect, String operation, List<String> rows) {
    String id = UUID.randomUUID().toString();
    return store
        .commit(tenant.caller(), BulkJobs.open(id, dialect, "vehicle", operation, rows))
        .id();
  }

  private BulkJob.Progress progress(Tenant tenant, String job) {
    return store.snapshot(tenant.caller()).progress(job).orElseThrow();
  }

  private List<Vehicle> vehicles(Tenant tenant) {
    return store.snapshot(tenant.caller()).all(new Listing.Everything<>(Kind.VEHICLE));
  }

  private static void versionIs(Vehicle vehicle, long version) {
    assertThat(vehicle.stamp().version()).isEqualTo(version);
  }

  private static SQSBatchResponse deliver(Store store, Tenant tenant, String job, int delivery) {
    return deliver(store, event(tenant, job, delivery));
  }

  private static SQSBatchResponse deliver(Store store, SQSEvent event) {
    return new BulkFunction(
            store, RECEIVES, Duration.ofMinutes(1), _ -> {}, BulkCrashTest::unexpected)
        .handleRequest(event, new SilentContext());
  }

  private static void unexpected(OrganizationId organization, String job) {
    throw new AssertionError(job + " was handed on");
  }

  private static SQSEvent event(Tenant tenant, String job, int delivery) {
    return event("{\"organization\":%s,\"job\":\"%s\"}".formatted(tenant.id(), job), delivery);
  }

  private static SQSEvent event(String body, int delivery) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(UUID.randomUUID().toString());
    message.setBody(body);
    message.setAttributes(Map.of("ApproximateReceiveCount", Integer.toString(delivery)));
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(message));
    return event;
  }
}
