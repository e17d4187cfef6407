package interline.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one of an organization's people gets in: beside the {@link Worker} that they are, under the
 * same number.
 *
 * @param mail what they sign with; nobody in the deployment signs with the same
 * @param roles what they are allowed by their work, in the words of who gave it to them
 * @param rights what they are allowed beyond that, in the same words
 * @param active whether their key is good for anything
 * @param owner whether they are the one whom nobody can shut out, and who has no key
 * @param key the one key that is good now
 */
public record SignIn(
    long number,
    Stamp stamp,
    Optional<String> mail,
    List<String> roles,
    List<String> rights,
    boolean active,
    boolean owner,
    Optional<Key> key)
    implements Entity {

  public SignIn {
    roles = List.copyOf(roles);
    rights = List.copyOf(rights);
  }

  /** A key by its hash, and when it was made. */
  public record Key(String hash, Instant made) {}

  @Override
  public Ref<SignIn> ref() {
    return Kind.SIGN_IN.number(number);
  }

  /** Whether this is the key that is good now. */
  public boolean opensWith(String hash) {
    return active && key.filter(held -> held.hash().equals(hash)).isPresent();
  }

  SignIn holding(Optional<Key> next, Instant now) {
    return new SignIn(number, stamp.at(now), mail, roles, rights, active, owner, next);
  }

  SignIn revised(Staff.Draft draft, Instant now) {
    return new SignIn(
        number,
        stamp.at(now),
        draft.mail(),
        draft.roles(),
        draft.rights(),
        draft.active(),
        owner,
        key);
  }
}
