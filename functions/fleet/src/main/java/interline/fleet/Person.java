package interline.fleet;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who a worker is, whatever they do now.
 *
 * @param name all of it, as it is shown
 * @param spelled the same name in its parts, where somebody has told them
 * @param phone 1 to 255 characters
 * @param email at most 255 characters
 * @param employeeNumber unique in the organization, at most 255 characters
 * @param group the number of the group they belong to
 */
public record Person(
    String name,
    Optional<PersonName> spelled,
    Optional<String> phone,
    Optional<String> email,
    Optional<String> employeeNumber,
    Optional<Long> group,
    Set<Role> roles) {

  private static final int LONGEST = 255;

  public Person {
    if (spelled.isEmpty()) {
      Text.check(Field.NAME, name, LONGEST);
    }
    phone.ifPresent(text -> Text.check(Field.PHONE, text, LONGEST));
    roles = Set.copyOf(roles);
  }

  /** Somebody of whom no more is known than what they are called and what they do. */
  public static Person called(String name, Optional<String> phone, Set<Role> roles) {
    return new Person(
        name, Optional.empty(), phone, Optional.empty(), Optional.empty(), Optional.empty(), roles);
  }

  /** The parts of the name; where nobody has told them, what they most likely are. */
  public PersonName parts() {
    return spelled.orElseGet(() -> PersonName.split(name));
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** The same person under a name of which the parts are not known. */
  Person renamed(String next) {
    return next.equals(name)
        ? this
        : new Person(next, Optional.empty(), phone, email, employeeNumber, group, roles);
  }

  /**
   * The person as a revision wants it.
   *
   * @param groupThen the number of the group that the revision picks
   */
  Person revised(Revision revision, Optional<Long> groupThen) {
    boolean renamed =
        revision.first().spoken() || revision.middle().spoken() || revision.last().spoken();
    Optional<PersonName> parts = renamed ? Optional.of(renamed(revision)) : spelled;
    return new Person(
        renamed ? parts.map(PersonName::full).orElse(name) : name,
        parts,
        revision.phone().or(phone),
        revision.email().or(email),
        revision.employeeNumber().or(employeeNumber),
        groupThen,
        roles(revision));
  }

  private PersonName renamed(Revision revision) {
    PersonName before = parts();
    return new PersonName(
        revision.first().or(before.first()),
        revision.middle().or(before.middle()),
        revision.last().or(before.last()));
  }

  private Set<Role> roles(Revision revision) {
    Set<Role> next = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      Said<Boolean> said =
          switch (role) {
            case OPERATOR -> revision.operator();
            case TECHNICIAN -> revision.technician();
            case EMPLOYEE -> revision.employee();
          };
      if (said.or(Optional.of(roles.contains(role))).orElse(false)) {
        next.add(role);
      }
    }
    return next;
  }

  /** What is said of somebody, new or known. A name is told by its parts. */
  public record Revision(
      Said<String> first,
      Said<String> middle,
      Said<String> last,
      Said<String> phone,
      Said<String> email,
      Said<String> employeeNumber,
      Said<Pick> group,
      Said<Boolean> operator,
      Said<Boolean> technician,
      Said<Boolean> employee) {}
}
