package interline.fleet;

import java.util.List;

/** What one dialect calls the records of the fleet, and where it shows them. By ServiceLoader. */
public interface Naming {

  Dialect dialect();

  /** The records that an identifier may mean in this dialect, whether there are such or not. */
  List<Ref<?>> meant(OrganizationId organization, String id);

  /**
   * The names of a record in this dialect, the one that clients see most first; none if the dialect
   * does not show it.
   */
  List<Name> names(OrganizationId organization, Entity record);

  /**
   * One name of a record.
   *
   * @param id as the dialect writes it
   * @param path where it is read, below the address of the deployment
   */
  record Name(String id, String path) {}
}
