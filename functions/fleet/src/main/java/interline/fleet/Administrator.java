package interline.fleet;

import java.util.List;
import java.util.Optional;

/**
 * Somebody who runs the fleet from a desk.
 *
 * @param email unique in the organization
 * @param phone unique in the organization, if there is one
 * @param active whether an invitation was accepted
 * @param accountOwner whether the account is in this name: one administrator, who stays
 * @param teams the numbers of the teams that are managed, in ascending order
 */
public record Administrator(
    long number,
    Stamp stamp,
    String name,
    String email,
    Optional<String> phone,
    Type type,
    boolean active,
    boolean readOnly,
    boolean accountOwner,
    List<Long> teams,
    Metadata metadata)
    implements Entity, Metadata.Tagged {

  public Administrator {
    teams = List.copyOf(teams);
  }

  /** How much an administrator may do. */
  public enum Type {
    SUPER,
    STANDARD
  }

  @Override
  public Ref<Administrator> ref() {
    return Kind.ADMINISTRATOR.number(number);
  }

  /** Managing other teams, which does not change when their own record was changed. */
  Administrator managing(List<Long> next) {
    return new Administrator(
        number,
        stamp,
        name,
        email,
        phone,
        type,
        active,
        readOnly,
        accountOwner,
        next.stream().sorted().toList(),
        metadata);
  }

  /** What is said of an administrator, new or known. */
  public record Revision(
      Said<String> name,
      Said<String> email,
      Said<String> phone,
      Said<Type> type,
      Said<Boolean> readOnly,
      Metadata.Revision metadata) {}
}
