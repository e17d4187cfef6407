package interline.fleet;

import java.util.List;
import java.util.Optional;

/** What one dialect calls the records of the fleet, and where it shows them. By ServiceLoader. */
public interface Naming {

  Dialect dialect();

  /** The records that an identifier may mean in this dialect, whether there are such or not. */
  List<Ref<?>> meant(OrganizationId organization, String id);

  /**
   * The records that are known by an identifier which somebody gave them, so that they have to be
   * looked for.
   */
  default List<Ref<?>> known(Snapshot fleet, String id) {
    return List.of();
  }

  /**
   * The names of a record in this dialect, the one that clients see most first; none if the dialect
   * does not show it.
   *
   * @param fleet of the organization whose record it is
   */
  List<Name> names(Snapshot fleet, Entity record);

  /**
   * One name of a record.
   *
   * @param id as the dialect writes it
   * @param path where it is read, below the address of the deployment; none if it is only written
   */
  record Name(String id, Optional<String> path) {

    public Name(String id, String path) {
      this(id, Optional.of(path));
    }
  }
}
