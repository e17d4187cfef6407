package interline.fleet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
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
 * @param accounts the organizations whose fleets it opens instead of its own, if it is a partner's
 */
public record ApiKey(
    String hash,
    Stamp stamp,
    OrganizationId organization,
    Dialect dialect,
    String label,
    User user,
    Optional<Instant> revoked,
    List<OrganizationId> accounts)
    implements Entity {

  public ApiKey {
    accounts = List.copyOf(accounts);
  }

  /** A key that opens the fleet of its own organization. */
  public ApiKey(
      String hash,
      Stamp stamp,
      OrganizationId organization,
      Dialect dialect,
      String label,
      User user,
      Optional<Instant> revoked) {
    this(hash, stamp, organization, dialect, label, user, revoked, List.of());
  }

  /** Whether it is good for the fleets of others, not for that of its own organization. */
  public boolean isPartners() {
    return !accounts.isEmpty();
  }

  @Override
  public Ref<ApiKey> ref() {
    return Kind.API_KEY.id(hash);
  }

  /**
   * A key to be issued.
   *
   * @param edition the edition of the dialect that it is locked to; without one, the newest there
   *     is when it is issued
   * @param accounts the numbers of the organizations whose fleets it is to open, if it is for a
   *     partner of theirs
   */
  public record Draft(
      Dialect dialect,
      String label,
      Optional<String> email,
      ZoneId zone,
      Optional<LocalDate> edition,
      List<Long> accounts) {

    public Draft {
      accounts = List.copyOf(accounts);
    }

    /** A key for the fleet of its own organization. */
    public Draft(
        Dialect dialect,
        String label,
        Optional<String> email,
        ZoneId zone,
        Optional<LocalDate> edition) {
      this(dialect, label, email, zone, edition, List.of());
    }

    /** A key whose user is in no particular place. */
    public Draft(Dialect dialect, String label, Optional<String> email) {
      this(dialect, label, email, ZoneOffset.UTC, Optional.empty());
    }
  }

  /** The caller that this key speaks for. */
  public Caller caller() {
    return caller(organization);
  }

  /** The caller that this key speaks for in a fleet that it opens. */
  public Caller caller(OrganizationId fleet) {
    return new Caller(fleet, label, Optional.of(user));
  }

  /** The same key, good for nothing from a moment on. */
  ApiKey revoked(Instant now) {
    return new ApiKey(
        hash, stamp.at(now), organization, dialect, label, user, Optional.of(now), accounts);
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
