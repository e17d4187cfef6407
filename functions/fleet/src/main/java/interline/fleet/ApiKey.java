package interline.fleet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What somebody may speak to the fleet with. The secret itself is shown once and never kept.
 *
 * @param hash SHA-256 of the secret, in lower-case hex: also the name of the key
 * @param organization whose fleet it opens
 * @param dialect the one dialect it is good for
 * @param label what the operator calls it
 * @param user who holds it
 * @param revoked since when it is good for nothing
 */
public record ApiKey(
    String hash,
    Stamp stamp,
    OrganizationId organization,
    Dialect dialect,
    String label,
    User user,
    Optional<Instant> revoked)
    implements Entity {

  @Override
  public Ref<ApiKey> ref() {
    return Kind.API_KEY.id(hash);
  }

  /**
   * A key to be issued.
   *
   * @param edition the edition of the dialect that it is locked to; without one, the newest there
   *     is when it is issued
   */
  public record Draft(
      Dialect dialect,
      String label,
      Optional<String> email,
      ZoneId zone,
      Optional<LocalDate> edition) {

    /** A key whose user is in no particular place. */
    public Draft(Dialect dialect, String label, Optional<String> email) {
      this(dialect, label, email, ZoneOffset.UTC, Optional.empty());
    }
  }

  /** The caller that this key speaks for. */
  public Caller caller() {
    return new Caller(organization, label, Optional.of(user));
  }

  /** The same key, good for nothing from a moment on. */
  ApiKey revoked(Instant now) {
    return new ApiKey(hash, stamp.at(now), organization, dialect, label, user, Optional.of(now));
  }

  /** What a secret is kept as. */
  public static String hash(String secret) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
