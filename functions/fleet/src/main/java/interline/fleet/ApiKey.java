package interline.fleet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What somebody may speak to the fleet with. The secret itself is shown once and never kept.
 *
 * @param hash SHA-256 of the secret, in lower-case hex: also the name of the key
 * @param organization whose fleet it opens
 * @param dialect the one dialect it is good for
 * @param label what the operator calls it
 * @param email the address of its user, where a dialect signs with one
 * @param revoked since when it is good for nothing
 */
public record ApiKey(
    String hash,
    Stamp stamp,
    OrganizationId organization,
    Dialect dialect,
    String label,
    Optional<String> email,
    Optional<Instant> revoked)
    implements Entity {

  @Override
  public Ref<ApiKey> ref() {
    return Kind.API_KEY.id(hash);
  }

  /** The caller that this key speaks for. */
  public Caller caller() {
    return new Caller(organization, label);
  }

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
