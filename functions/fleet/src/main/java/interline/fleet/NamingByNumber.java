package interline.fleet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** How a dialect that shows bare numbers names its records. */
public abstract class NamingByNumber implements Naming {

  private final Dialect dialect;
  private final Map<Kind<?>, String> paths;
  private final Predicate<Entity> shown;

  /**
   * The naming of one dialect.
   *
   * @param paths where records of each kind are read, without the number at the end
   * @param shown which records of these kinds the dialect lets its clients see
   */
  protected NamingByNumber(Dialect dialect, Map<Kind<?>, String> paths, Predicate<Entity> shown) {
    this.dialect = dialect;
    this.paths = Map.copyOf(paths);
    this.shown = shown;
  }

  @Override
  public final Dialect dialect() {
    return dialect;
  }

  @Override
  public final List<Ref<?>> meant(OrganizationId organization, String id) {
    return id.matches("[1-9][0-9]{0,17}")
        ? paths.keySet().stream().<Ref<?>>map(kind -> kind.id(id)).toList()
        : List.of();
  }

  @Override
  public final List<Name> names(Snapshot fleet, Entity record) {
    return Optional.ofNullable(paths.get(record.ref().kind()))
        .filter(_ -> shown.test(record))
        .map(path -> new Name(record.ref().id(), path + "/" + record.ref().id()))
        .stream()
        .toList();
  }
}
