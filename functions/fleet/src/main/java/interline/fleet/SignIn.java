package interline.fleet;

import java.time.Duration;
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

  /**
   * A key.
   *
   * @param used when it was last seen at work, to the hour; empty if it never was
   */
  public record Key(String hash, Instant made, Optional<Instant> used) {

    /** For how long nobody keeps anew that a key is used. */
    private static final Duration FRESH = Duration.ofHours(1);

    static Key fresh(String hash, Instant now) {
      return new Key(hash, now, Optional.empty());
    }

    /** Whether it should be kept that it is used now. */
    public boolean stale(Instant now) {
      return used.filter(last -> now.isBefore(last.plus(FRESH))).isEmpty();
    }

    Key used(Instant now) {
      return new Key(hash, made, Optional.of(now));
    }
  }

  @Override
  public Ref<SignIn> ref() {
    return Kind.SIGN_IN.number(number);
  }

  /** Whether this is the key that is good now. */
  public boolean opensWith(String hash) {
    return active && key.filter(held -> held.hash().equals(hash)).isPresent();
  }

  /** With its key seen at work; that is no change of how they get in. */
  SignIn seen(Instant now) {
    return new SignIn(
        number, stamp, mail, roles, rights, active, owner, key.map(held -> held.used(now)));
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
