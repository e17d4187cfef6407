package interline.fleet;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * On whose behalf something is done.
 *
 * @param name who it is, as the history of a record will tell it
 * @param user whose key it came with, if it came with one
 * @param signIn how the one of the organization's people who this is gets in, as read with the call
 */
public record Caller(
    OrganizationId organization, String name, Optional<User> user, Optional<SignIn> signIn) {

  /** A caller of whom nobody knows who of the organization's people they are. */
  public Caller(OrganizationId organization, String name, Optional<User> user) {
    this(organization, name, user, Optional.empty());
  }

  /** A caller that is nobody's key. */
  public Caller(OrganizationId organization, String name) {
    this(organization, name, Optional.empty());
  }

  /** The zone in which the caller's times are read and written. */
  public ZoneId zone() {
    return user.map(User::zone).orElse(ZoneOffset.UTC);
  }
}
