package interline.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Workers as those know them to whom they are a badge and a name: drivers of a roster. */
public final class Drivers {

  /** How many can be added in one transaction: each takes six items of its hundred. */
  public static final int MOST_ADDED = 16;

  /** How many can be renamed in one transaction: each takes four. */
  public static final int MOST_RENAMED = 25;

  private Drivers() {}

  /**
   * A driver as a row tells of one.
   *
   * @param badge 1 to 255 characters
   * @param name 1 to 255 characters; empty leaves a known one's as it is, a new one is called by
   *     the badge
   * @param details what the dialect keeps with them
   */
  public record Row(String badge, Optional<String> name, Map<String, Optional<Object>> details) {}

  /** Adds drivers, but for those whose badge somebody has: be it somebody out of sight. */
  public static UseCase<Roster.Outcome<Worker>> add(List<Row> rows) {
    return Roster.add(
        Kind.WORKER,
        rows.stream()
            .map(
                row ->
                    new Roster.Row<>(row.badge(), Unique.employeeNumber(row.badge()), create(row)))
            .toList());
  }

  /**
   * Refuses rows that could not be added in any state of the fleet, before any of them is.
   *
   * @throws Failure.Invalid if a badge is one that only the fleet itself gives, and nobody has it
   */
  public static void check(Snapshot fleet, List<Row> rows) {
    for (Row row : rows) {
      Text.check(Field.EMPLOYEE_NUMBER, row.badge(), 255);
      if (Worker.made(row.badge()).isPresent() && find(fleet, row.badge()).isEmpty()) {
        throw Failure.invalid(Field.EMPLOYEE_NUMBER, new Rule.Genuine());
      }
    }
  }

  /** Gives drivers other names, but for those whom nobody knows. */
  public static UseCase<Roster.Outcome<Worker>> rename(List<Row> rows) {
    return Roster.change(
        Kind.WORKER,
        rows.stream()
            .map(
                row ->
                    new Roster.Revision<>(
                        row.badge(),
                        name(row.badge()),
                        (fleet, before) ->
                            is(before, row.badge())
                                ? Optional.of(renamed(fleet, before, row))
                                : Optional.<Decision<Worker>>empty()))
            .toList());
  }

  /** The driver who has this badge. */
  public static Optional<Worker> find(Snapshot fleet, String badge) {
    Optional<Worker> named =
        switch (name(badge)) {
          case Roster.Name.ByRef<Worker>(Ref<Worker> ref) -> fleet.find(ref);
          case Roster.Name.ByUnique<Worker>(Unique unique) ->
              fleet.holder(Kind.WORKER, unique).flatMap(fleet::find);
        };
    return named.filter(worker -> is(worker, badge));
  }

  private static UseCase<Worker> create(Row row) {
    return fleet -> {
      check(fleet, List.of(row));
      if (Worker.made(row.badge()).isPresent()) {
        throw new Failure.NotUnique(Field.EMPLOYEE_NUMBER);
      }
      Person person =
          new Person(
              row.name().orElse(row.badge()),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(row.badge()),
              Optional.empty(),
              Set.of(Role.OPERATOR));
      Worker.Draft draft =
          new Worker.Draft(
              person.name(), Optional.empty(), Duty.AVAILABLE, List.of(), Worker.DEFAULT_CAPACITY);
      Worker worker = Workers.fresh(fleet, person, draft);
      return Workers.created(fleet, worker.called(person.name(), row.details(), fleet.now()));
    };
  }

  private static Decision<Worker> renamed(Snapshot fleet, Worker before, Row row) {
    Worker after = before.called(row.name().orElse(before.name()), row.details(), fleet.now());
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Replace(after));
    changes.add(new Change.Enroll(after));
    changes.add(Event.to(after, Event.Type.CHANGED, fleet));
    return new Decision<>(changes, after);
  }

  private static boolean is(Worker worker, String badge) {
    return worker.works()
        && Unique.employeeNumber(worker.badge()).equals(Unique.employeeNumber(badge));
  }

  private static Roster.Name<Worker> name(String badge) {
    OptionalLong made = Worker.made(badge);
    return made.isPresent()
        ? new Roster.Name.ByRef<>(Kind.WORKER.number(made.getAsLong()))
        : new Roster.Name.ByUnique<>(Unique.employeeNumber(badge));
  }
}
