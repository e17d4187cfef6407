package interline.fleet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Many records of a kind, added or changed together; what cannot be is left out and told. */
public final class Roster {

  private Roster() {}

  /**
   * What came of some rows.
   *
   * @param done the records that were written, in the order of their rows
   * @param skipped what the other rows called theirs, in the same order
   */
  public record Outcome<E>(List<E> done, List<String> skipped) {

    public Outcome {
      done = List.copyOf(done);
      skipped = List.copyOf(skipped);
    }

    /** This and what came of the rows behind. */
    public Outcome<E> then(Outcome<E> next) {
      List<E> all = new ArrayList<>(done);
      all.addAll(next.done);
      List<String> names = new ArrayList<>(skipped);
      names.addAll(next.skipped);
      return new Outcome<>(all, names);
    }
  }

  /**
   * A record to be added.
   *
   * @param called what the row calls it, as it was sent
   * @param unique the value that it takes
   */
  public record Row<E extends Entity>(String called, Unique unique, UseCase<E> creation) {}

  /** A change of a record that may not be there. */
  public record Revision<E extends Entity>(String called, Name<E> name, Step<E> step) {}

  /** How a row names a record. */
  public sealed interface Name<E extends Entity> {
    record ByUnique<E extends Entity>(Unique unique) implements Name<E> {}

    record ByRef<E extends Entity>(Ref<E> ref) implements Name<E> {}
  }

  /** What is to become of a record; nothing, if whoever asks is not to know of it. */
  @FunctionalInterface
  public interface Step<E extends Entity> {
    Optional<Decision<E>> from(Snapshot fleet, E before);
  }

  /** Adds rows, but for those whose value a record or a row before them has. */
  public static <E extends Entity> UseCase<Outcome<E>> add(Kind<E> kind, List<Row<E>> rows) {
    return fleet -> {
      Set<Unique> taken =
          new HashSet<>(
              fleet
                  .holders(kind, rows.stream().map(Row::unique).collect(Collectors.toSet()))
                  .keySet());
      List<Change> changes = new ArrayList<>();
      List<E> added = new ArrayList<>();
      List<String> skipped = new ArrayList<>();
      for (Row<E> row : rows) {
        Optional<Decision<E>> decision =
            taken.add(row.unique()) ? created(fleet, row.creation()) : Optional.empty();
        decision.ifPresentOrElse(
            made -> {
              changes.addAll(made.changes());
              added.add(made.result());
            },
            () -> skipped.add(row.called()));
      }
      return new Decision<>(changes, new Outcome<>(added, skipped));
    };
  }

  /** Changes what rows name, but for what is not there; of one record, the last row counts. */
  public static <E extends Entity> UseCase<Outcome<E>> change(
      Kind<E> kind, List<Revision<E>> rows) {
    return fleet -> {
      Map<Unique, Ref<E>> holders = fleet.holders(kind, uniques(rows));
      Map<Revision<E>, Ref<E>> named = new LinkedHashMap<>();
      for (Revision<E> row : rows) {
        switch (row.name()) {
          case Name.ByRef<E>(Ref<E> ref) -> named.put(row, ref);
          case Name.ByUnique<E>(Unique unique) ->
              Optional.ofNullable(holders.get(unique)).ifPresent(ref -> named.put(row, ref));
        }
      }
      Snapshot.Found found = fleet.findAll(Set.copyOf(named.values()));
      Map<Ref<E>, Decision<E>> decisions = new LinkedHashMap<>();
      List<String> skipped = new ArrayList<>();
      for (Revision<E> row : rows) {
        Optional.ofNullable(named.get(row))
            .flatMap(found::find)
            .flatMap(before -> row.step().from(fleet, before))
            .ifPresentOrElse(
                decision -> decisions.put(Objects.requireNonNull(named.get(row)), decision),
                () -> skipped.add(row.called()));
      }
      List<Change> changes = new ArrayList<>();
      decisions.values().forEach(decision -> changes.addAll(decision.changes()));
      return new Decision<>(
          changes,
          new Outcome<>(decisions.values().stream().map(Decision::result).toList(), skipped));
    };
  }

  private static <E extends Entity> Optional<Decision<E>> created(
      Snapshot fleet, UseCase<E> creation) {
    try {
      return Optional.of(creation.decide(fleet));
    } catch (Failure.NotUnique _) {
      return Optional.empty();
    }
  }

  private static <E extends Entity> Collection<Unique> uniques(List<Revision<E>> rows) {
    return rows.stream()
        .flatMap(
            row ->
                row.name() instanceof Name.ByUnique<E>(Unique unique)
                    ? Optional.of(unique).stream()
                    : Optional.<Unique>empty().stream())
        .collect(Collectors.toSet());
  }
}
