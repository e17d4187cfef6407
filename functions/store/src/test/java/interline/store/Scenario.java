package interline.store;

import interline.fleet.ApiKey;
import interline.fleet.Assignments;
import interline.fleet.BulkJob;
import interline.fleet.BulkJobs;
import interline.fleet.Caller;
import interline.fleet.Dialect;
import interline.fleet.Duty;
import interline.fleet.Failure;
import interline.fleet.Fault;
import interline.fleet.FaultRule;
import interline.fleet.FaultRules;
import interline.fleet.Faults;
import interline.fleet.Kind;
import interline.fleet.Location;
import interline.fleet.Organization;
import interline.fleet.OrganizationId;
import interline.fleet.Organizations;
import interline.fleet.Said;
import interline.fleet.Snapshot;
import interline.fleet.Store;
import interline.fleet.Task;
import interline.fleet.Tasks;
import interline.fleet.Unique;
import interline.fleet.UseCase;
import interline.fleet.Vehicle;
import interline.fleet.Vehicles;
import interline.fleet.Workers;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A day in the life of a fleet, with each kind of change in it. Each step takes the same numbers
 * however often it is asked, so that what is in the table in the end depends on what happened only.
 */
final class Scenario {

  private static final Caller OPERATOR = new Caller(OrganizationId.OPERATOR, "operator");
  private static final String JOB = "6f1c8f3e-0000-4000-8000-000000000001";

  private final Store store;
  private final Map<Kind<?>, Long> taken = new HashMap<>();
  private final List<Object> answers = new ArrayList<>();

  private Scenario(Store store) {
    this.store = store;
  }

  /** Lets the day pass, and returns what each step was told. */
  static List<Object> play(Store store) {
    Scenario day = new Scenario(store);
    day.operate();
    day.dispatch();
    day.drive();
    day.complain();
    day.bulk();
    return day.answers;
  }

  private void operate() {
    step(OPERATOR, Organizations.create("Acme", "acme", new Organization.Limits(20, 600)));
    step(OPERATOR, Organizations.create("Acme again", "ACME", new Organization.Limits(20, 600)));
    step(
        OPERATOR,
        Organizations.issue(
            1, new ApiKey.Draft(Dialect.FLEETIO, "script", Optional.empty()), "0123456789abcdef"));
    step(
        OPERATOR,
        Organizations.revise(1, Optional.of("Acme Inc"), Optional.of(false), Optional.empty()));
  }

  private void dispatch() {
    step(Workers.create(Samples.hand("Ada", 2)));
    step(Workers.create(Samples.hand("Grace", 4)));
    for (int task = 1; task <= 6; task++) {
      step(Tasks.create(Samples.draft()));
    }
    step(Assignments.assign(1, 1));
    step(Assignments.assignAll(List.of(2L, 3L, 4L), 2));
    step(Assignments.assign(1, 2));
    step(Assignments.reassign(1, 2));
    step(Assignments.assign(5, 2));
    step(Tasks.start(2));
    step(Tasks.start(3));
    step(Tasks.complete(2));
    step(Tasks.start(3));
    step(Tasks.cancel(3));
    step(Assignments.unassignAll(List.of(1L, 4L)));
    step(Assignments.reassign(4, 1));
    step(
        Tasks.revise(
            5,
            new Task.Revision(
                Optional.empty(),
                Optional.of("Charles Babbage"),
                Optional.empty(),
                Optional.of(List.of("copper")),
                Optional.of(LocalDate.of(2026, 12, 1)),
                Optional.empty(),
                Optional.empty())));
    step(Workers.put(2, Duty.ON_BREAK));
    step(Workers.locate(1, new Location(40.7, -74)));
  }

  private void drive() {
    step(Vehicles.create(Samples.vehicle("Truck 1", "VIN1")));
    step(Vehicles.create(Samples.vehicle("Truck 2", "VIN2")));
    step(Vehicles.create(Samples.vehicle("truck 1", "VIN3")));
    step(Vehicles.revise(new Vehicles.Identifier.ByNumber(1), renamed("Truck 3", "VIN1")));
    step(
        Vehicles.revise(
            new Vehicles.Identifier.ByUnique(Unique.vin("VIN2")), renamed("Truck 1", "VIN4")));
  }

  private void complain() {
    step(FaultRules.create(rule("P0300")));
    step(FaultRules.create(rule("P0300")));
    step(FaultRules.create(rule("p0300")));
    step(Faults.create(fault(1, "P0300", "once")));
    step(Faults.create(fault(2, "P0301", "once")));
    step(Faults.create(fault(99, "P0301", "twice")));
    step(FaultRules.revise(1, rule("P0301")));
    step(FaultRules.create(rule("P0300")));
    step(Faults.remove(1));
    step(Faults.create(fault(2, "P0301", "once")));
  }

  private static FaultRule.Revision rule(String code) {
    return new FaultRule.Revision(
        new Said.Given<>(code), new Said.Given<>("Misfire"), new Said.Nothing<>());
  }

  private static Fault.Revision fault(long vehicle, String code, String key) {
    return new Fault.Revision(
        new Said.Given<>(vehicle),
        new Said.Given<>(code),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Given<>(key));
  }

  private void bulk() {
    BulkJob job =
        run(
                TestTable.CALLER,
                BulkJobs.open(JOB, Dialect.FLEETIO, "vehicle", "create", List.of("a", "b", "c")))
            .orElseThrow();
    step(BulkJobs.take(JOB, Optional.empty()));
    step(BulkJobs.succeed(job, 0, row("Truck 4", "VIN5")));
    step(BulkJobs.succeed(job, 0, row("Truck 4", "VIN5")));
    step(BulkJobs.succeed(job, 1, row("Truck 4", "VIN6")));
    step(
        BulkJobs.refuse(
            job, new BulkJob.Outcome.Refused(1, Map.of("name", List.of("has been taken")))));
    step(BulkJobs.fail(JOB, "out of time"));
    step(BulkJobs.take(JOB, Optional.empty()));
    step(BulkJobs.succeed(job, 2, row("Truck 5", "VIN6")));
    step(BulkJobs.complete(JOB));
  }

  private static UseCase<Long> row(String name, String vin) {
    return fleet -> Vehicles.create(Samples.vehicle(name, vin)).decide(fleet).map(Vehicle::number);
  }

  private static Vehicle.Revision renamed(String name, String vin) {
    return new Vehicle.Revision(
        new Said.Given<>(name),
        new Said.Given<>(vin),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        Map.of());
  }

  private void step(UseCase<?> useCase) {
    step(TestTable.CALLER, useCase);
  }

  private void step(Caller caller, UseCase<?> useCase) {
    var _ = run(caller, useCase);
  }

  private <R> Optional<R> run(Caller caller, UseCase<R> useCase) {
    Map<Kind<?>, Long> before = Map.copyOf(taken);
    try {
      R answer =
          store.commit(
              caller,
              fleet -> {
                taken.clear();
                taken.putAll(before);
                return useCase.decide(numbered(fleet));
              });
      answers.add(answer);
      return Optional.of(answer);
    } catch (Failure refusal) {
      taken.clear();
      taken.putAll(before);
      answers.add(refusal.toString());
      return Optional.empty();
    }
  }

  /** The fleet as it is, with numbers that follow one another. */
  private Snapshot numbered(Snapshot fleet) {
    return (Snapshot)
        Proxy.newProxyInstance(
            Scenario.class.getClassLoader(),
            new Class<?>[] {Snapshot.class},
            (_, method, arguments) -> {
              if (method.getName().equals("number")) {
                return taken.merge((Kind<?>) arguments[0], 1L, Long::sum);
              }
              try {
                return method.invoke(fleet, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
