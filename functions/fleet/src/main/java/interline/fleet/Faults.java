package interline.fleet;

import interline.fleet.Failure.Invalid;
import interline.fleet.Failure.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What can be done with faults. */
public final class Faults {

  /** As long as a description may be: what fits beside all else into a row of a bulk job. */
  static final int LONGEST_DESCRIPTION = 10_000;

  private static final int LONGEST = 255;

  private Faults() {}

  /** A fault, and what is known around it. */
  public record Told(Fault fault, Optional<FaultRule> rule, Optional<Vehicle> vehicle) {

    /** What the fault is called. */
    public Optional<String> name() {
      return rule.flatMap(FaultRule::name).or(fault::name);
    }

    /** How the fault is described. */
    public Optional<String> description() {
      return rule.flatMap(FaultRule::description).or(fault::description);
    }
  }

  /**
   * Records a fault. One that has the idempotency key of another is that other, and nothing is
   * written.
   */
  public static UseCase<Fault> create(Fault.Revision draft) {
    return fleet -> {
      List<Problem> problems = problems(draft);
      require(problems, Field.VEHICLE, draft.vehicle());
      require(problems, Field.CODE, draft.code());
      known(fleet, draft.vehicle(), problems);
      refuse(problems);
      Optional<Fault> recorded =
          key(draft.idempotencyKey())
              .flatMap(key -> fleet.holder(Kind.FAULT, key))
              .flatMap(fleet::find);
      if (recorded.isPresent()) {
        return Decision.of(recorded.get());
      }
      Fault fault =
          new Fault(
                  fleet.number(Kind.FAULT),
                  Stamp.fresh(fleet.now()),
                  0,
                  "",
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Fault.Status.OPEN,
                  Optional.empty(),
                  Optional.empty())
              .revised(draft, fleet.now());
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Create(fault));
      key(draft.idempotencyKey()).ifPresent(key -> changes.add(new Change.Claim(key, fault.ref())));
      changes.add(Change.Count.created(fault.ref()));
      changes.add(Event.to(fault, Event.Type.CREATED, fleet));
      return new Decision<>(changes, fault);
    };
  }

  /** Changes what the revision speaks of; its idempotency key stays what it is. */
  public static UseCase<Fault> revise(long number, Fault.Revision revision) {
    return fleet -> {
      Fault before = fleet.get(Kind.FAULT.number(number));
      List<Problem> problems = problems(revision);
      if (revision.vehicle().given().filter(vehicle -> vehicle != before.vehicle()).isPresent()) {
        known(fleet, revision.vehicle(), problems);
      }
      refuse(problems);
      Fault after = before.revised(revision, fleet.now());
      Map<String, String> facts =
          after.status() == before.status() ? Map.of() : Map.of("status", after.status().name());
      return Decision.of(
          after, new Change.Replace(after), Event.to(after, Event.Type.CHANGED, fleet, facts));
    };
  }

  public static UseCase<Fault> remove(long number) {
    return fleet -> {
      Fault fault = fleet.get(Kind.FAULT.number(number));
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Remove(fault));
      fault
          .idempotencyKey()
          .ifPresent(
              key -> changes.add(new Change.Release(Unique.idempotencyKey(key), fault.ref())));
      changes.add(Change.Count.removed(fault.ref()));
      changes.add(Event.to(fault, Event.Type.REMOVED, fleet));
      return new Decision<>(changes, fault);
    };
  }

  /** What faults are called in the end, when many are to be looked through by it. */
  public static Function<Fault, Optional<String>> names(Snapshot fleet) {
    Map<String, FaultRule> rules = new HashMap<>();
    fleet.all(new Listing.Everything<>(Kind.FAULT_RULE)).forEach(it -> rules.put(it.code(), it));
    return fault ->
        Optional.ofNullable(rules.get(fault.code())).flatMap(FaultRule::name).or(fault::name);
  }

  /** Faults as they are called in the end; three requests at most for a hundred of them. */
  public static List<Told> told(Snapshot fleet, List<Fault> faults) {
    Map<String, FaultRule> rules =
        FaultRules.of(fleet, new LinkedHashSet<>(faults.stream().map(Fault::code).toList()));
    Set<Ref<Vehicle>> vehicles = new LinkedHashSet<>();
    faults.forEach(fault -> vehicles.add(Kind.VEHICLE.number(fault.vehicle())));
    Snapshot.Found found =
        vehicles.isEmpty() ? new Snapshot.Found(new LinkedHashMap<>()) : fleet.findAll(vehicles);
    return faults.stream()
        .map(
            fault ->
                new Told(
                    fault,
                    Optional.ofNullable(rules.get(fault.code())),
                    found.find(Kind.VEHICLE.number(fault.vehicle()))))
        .toList();
  }

  private static Optional<Unique> key(Said<String> said) {
    return said.given().map(Unique::idempotencyKey);
  }

  private static void known(Snapshot fleet, Said<Long> vehicle, Collection<Problem> problems) {
    if (vehicle
        .given()
        .filter(number -> fleet.find(Kind.VEHICLE.number(number)).isEmpty())
        .isPresent()) {
      problems.add(new Problem(Field.VEHICLE, new Rule.Known()));
    }
  }

  private static List<Problem> problems(Fault.Revision revision) {
    List<Problem> problems = new ArrayList<>();
    if (revision.vehicle() instanceof Said.None<?>) {
      problems.add(new Problem(Field.VEHICLE, new Rule.Known()));
    }
    presentUpTo(LONGEST, revision.code(), Field.CODE, problems);
    upTo(LONGEST, revision.name(), Field.NAME, problems);
    upTo(LONGEST_DESCRIPTION, revision.description(), Field.DESCRIPTION, problems);
    upTo(LONGEST, revision.externalId(), Field.REFERENCE, problems);
    upTo(LONGEST, revision.source(), Field.SOURCE, problems);
    upTo(LONGEST, revision.idempotencyKey(), Field.IDEMPOTENCY_KEY, problems);
    if (revision.count().given().filter(count -> count < 0).isPresent()) {
      problems.add(new Problem(Field.COUNT, new Rule.Between(0, Integer.MAX_VALUE)));
    }
    return problems;
  }

  static void require(List<Problem> problems, Field field, Said<?> said) {
    if (said instanceof Said.Nothing<?>) {
      problems.add(new Problem(field, new Rule.Present()));
    }
  }

  static void presentUpTo(int most, Said<String> said, Field field, List<Problem> problems) {
    if (said instanceof Said.None<?> || said.given().filter(String::isBlank).isPresent()) {
      problems.add(new Problem(field, new Rule.Present()));
    }
    upTo(most, said, field, problems);
  }

  static void upTo(int most, Said<String> said, Field field, List<Problem> problems) {
    if (said.given().filter(text -> text.codePointCount(0, text.length()) > most).isPresent()) {
      problems.add(new Problem(field, new Rule.AtMostCharacters(most)));
    }
  }

  static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
  }
}
