package interline.fleetio;

import interline.fleet.Group;
import interline.fleet.Groups;
import interline.fleet.Kind;
import interline.fleet.OrganizationId;
import interline.fleet.Ref;
import interline.fleet.Snapshot;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A group as Fleetio prints it. */
final class GroupAnswer {

  private GroupAnswer() {}

  static Map<String, Object> of(Group group, OrganizationId account, Times times) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", group.number());
    shown.put("created_at", times.at(group.stamp().created()));
    shown.put("updated_at", times.at(group.stamp().changed()));
    shown.put("account_id", account.number());
    shown.put("name", group.name());
    shown.put("parent_id", group.parent());
    shown.put("ancestry", VehicleAnswer.ancestry(group));
    return shown;
  }

  /** Groups with all above them, so that they can be told by their paths. */
  record Paths(Map<Long, Group> groups) {

    static Paths of(Snapshot fleet, Collection<Long> numbers) {
      Map<Long, Group> groups = new LinkedHashMap<>();
      add(fleet, Set.copyOf(numbers), groups);
      add(
          fleet,
          groups.values().stream()
              .flatMap(group -> group.ancestors().stream())
              .filter(number -> !groups.containsKey(number))
              .collect(Collectors.toSet()),
          groups);
      return new Paths(groups);
    }

    private static void add(Snapshot fleet, Set<Long> numbers, Map<Long, Group> groups) {
      if (numbers.isEmpty()) {
        return;
      }
      Set<Ref<Group>> refs = numbers.stream().map(Kind.GROUP::number).collect(Collectors.toSet());
      Snapshot.Found found = fleet.findAll(refs);
      refs.forEach(ref -> found.find(ref).ifPresent(group -> groups.put(group.number(), group)));
    }

    Optional<Group> find(Optional<Long> number) {
      return number.map(groups::get);
    }

    /** The names from the top one down to its own. */
    String path(Group group) {
      return Stream.concat(group.ancestors().stream(), Stream.of(group.number()))
          .flatMap(number -> Optional.ofNullable(groups.get(number)).stream())
          .map(Group::name)
          .collect(Collectors.joining(Groups.SEPARATOR));
    }
  }
}
