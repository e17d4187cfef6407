package interline.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * People who work together. Who belongs to it is also said by each of them: both are written in one
 * transaction.
 *
 * @param name unique in the organization, 1 to 255 characters
 * @param workers the numbers of those who do its work, without any twice
 * @param managers the numbers of the administrators who lead it, without any twice
 * @param hub the number of the place it starts from
 * @param selfAssignment whether its workers may take tasks by themselves
 * @param metadata what clients say of it
 * @param closing whether it is about to go: then no task comes into its container any more
 */
public record Team(
    long number,
    Stamp stamp,
    String name,
    List<Long> workers,
    List<Long> managers,
    Optional<Long> hub,
    boolean selfAssignment,
    Metadata metadata,
    boolean closing)
    implements Entity, Metadata.Tagged {

  public Team {
    workers = List.copyOf(workers);
    managers = List.copyOf(managers);
  }

  /** What is said of a team, new or known. */
  public record Revision(
      Said<String> name,
      Said<List<Long>> workers,
      Said<List<Long>> managers,
      Said<Long> hub,
      Said<Boolean> selfAssignment,
      Metadata.Revision metadata) {

    /** Whether the members are those asked for: there may be more than one transaction holds. */
    public boolean metBy(Team team) {
      return workers.given().filter(it -> !distinct(it).equals(team.workers())).isEmpty()
          && managers.given().filter(it -> !distinct(it).equals(team.managers())).isEmpty();
    }
  }

  @Override
  public Ref<Team> ref() {
    return Kind.TEAM.number(number);
  }

  Unique unique() {
    return Unique.teamName(name);
  }

  Team with(long worker, Snapshot fleet) {
    List<Long> more = new ArrayList<>(workers);
    more.add(worker);
    return of(distinct(more), managers, closing, fleet.now());
  }

  Team without(long worker, Snapshot fleet) {
    return of(workers.stream().filter(it -> it != worker).toList(), managers, closing, fleet.now());
  }

  Team of(List<Long> workersThen, List<Long> managersThen) {
    return of(workersThen, managersThen, closing, stamp.changed());
  }

  Team closing(boolean then) {
    return of(workers, managers, then, stamp.changed());
  }

  private Team of(
      List<Long> workersThen, List<Long> managersThen, boolean closingThen, Instant now) {
    return new Team(
        number,
        stamp.at(now),
        name,
        workersThen,
        managersThen,
        hub,
        selfAssignment,
        metadata,
        closingThen);
  }

  Team startingFrom(Optional<Long> place, Snapshot fleet) {
    return new Team(
        number,
        stamp.at(fleet.now()),
        name,
        workers,
        managers,
        place,
        selfAssignment,
        metadata,
        closing);
  }

  static List<Long> distinct(List<Long> numbers) {
    return List.copyOf(new LinkedHashSet<>(numbers));
  }
}
