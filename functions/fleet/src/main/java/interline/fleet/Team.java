package interline.fleet;

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
 */
public record Team(
    long number,
    Stamp stamp,
    String name,
    List<Long> workers,
    List<Long> managers,
    Optional<Long> hub,
    boolean selfAssignment)
    implements Entity {

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
      Said<Boolean> selfAssignment) {

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
    return new Team(
        number, stamp.at(fleet.now()), name, distinct(more), managers, hub, selfAssignment);
  }

  Team without(long worker, Snapshot fleet) {
    List<Long> rest = workers.stream().filter(it -> it != worker).toList();
    return new Team(number, stamp.at(fleet.now()), name, rest, managers, hub, selfAssignment);
  }

  static List<Long> distinct(List<Long> numbers) {
    return List.copyOf(new LinkedHashSet<>(numbers));
  }
}
