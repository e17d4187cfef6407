package interline.fleet;

import java.util.List;
import java.util.Optional;

/**
 * Vehicles and people that belong together, within a group of groups.
 *
 * @param name unique among the groups beside it, 1 to 255 characters, without the sign that
 *     separates names in a path
 * @param ancestors the numbers of the groups above it, the top one first
 * @param children how many groups are directly below it
 */
public record Group(long number, Stamp stamp, String name, List<Long> ancestors, int children)
    implements Entity {

  public Group {
    ancestors = List.copyOf(ancestors);
  }

  @Override
  public Ref<Group> ref() {
    return Kind.GROUP.number(number);
  }

  public Optional<Long> parent() {
    return ancestors.isEmpty() ? Optional.empty() : Optional.of(ancestors.getLast());
  }

  Unique unique() {
    return Unique.groupName(parent().orElse(0L), name);
  }
}
