package interline.fleet;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A company whose fleet this is.
 *
 * @param name 1 to 255 characters
 * @param accountToken its short public name, unique in the deployment
 * @param enabled whether its keys open anything
 * @param profile what it tells of itself
 * @param webhookSecret what is signed with that it is told; 64 hex digits
 */
public record Organization(
    long number,
    Stamp stamp,
    String name,
    String accountToken,
    boolean enabled,
    Limits limits,
    Profile profile,
    Optional<String> webhookSecret)
    implements Entity {

  /** An organization that tells nothing of itself. */
  public Organization(
      long number, Stamp stamp, String name, String accountToken, boolean enabled, Limits limits) {
    this(number, stamp, name, accountToken, enabled, limits, Profile.BLANK, Optional.empty());
  }

  public Organization {
    Text.check(Field.NAME, name, 255);
    Text.check(Field.ACCOUNT_TOKEN, accountToken, 63);
  }

  /**
   * How much an organization may ask for.
   *
   * @param onfleetPerSecond requests of the Onfleet dialect in a second, over all keys
   * @param fleetioPerMinute requests of the Fleetio dialect in a clock minute, over all keys
   * @param onfleetBan what becomes of callers who go on in spite of being refused, if anything
   * @param frachtPilot whether the FrachtPilot dialect is switched on
   */
  public record Limits(
      int onfleetPerSecond,
      int fleetioPerMinute,
      Optional<Bucket.Ban> onfleetBan,
      boolean frachtPilot) {

    /** Limits of an organization for which all dialects are switched on. */
    public Limits(int onfleetPerSecond, int fleetioPerMinute, Optional<Bucket.Ban> onfleetBan) {
      this(onfleetPerSecond, fleetioPerMinute, onfleetBan, true);
    }

    /** As many as this are as many as anybody likes. */
    public static final int UNLIMITED = 1_000_000;

    public Limits {
      between(1, onfleetPerSecond);
      between(1, fleetioPerMinute);
    }

    /** Limits without a ban. */
    public Limits(int onfleetPerSecond, int fleetioPerMinute) {
      this(onfleetPerSecond, fleetioPerMinute, Optional.empty());
    }

    private static void between(int least, int value) {
      if (value < least || value > UNLIMITED) {
        throw Failure.invalid(Field.LIMIT, new Rule.Between(least, UNLIMITED));
      }
    }
  }

  /**
   * What an organization tells of itself.
   *
   * @param country two capital letters of ISO 3166-1: where phone numbers without a plus are from
   * @param zone in which its days begin
   * @param email where it can be written to
   * @param driverSupportEmail where its drivers find help
   * @param image the name of its picture, which is kept elsewhere
   * @param delegatees the numbers of the organizations of this deployment that it is connected to
   */
  public record Profile(
      String country,
      ZoneId zone,
      String email,
      Optional<String> driverSupportEmail,
      Optional<String> image,
      List<Long> delegatees) {

    private static final int MOST_DELEGATEES = 100;

    /** Nothing is said. */
    public static final Profile BLANK =
        new Profile("US", ZoneOffset.UTC, "", Optional.empty(), Optional.empty(), List.of());

    public Profile {
      delegatees = List.copyOf(delegatees);
      if (delegatees.size() > MOST_DELEGATEES) {
        throw Failure.invalid(Field.DELEGATEES, new Rule.AtMost(MOST_DELEGATEES));
      }
    }
  }

  @Override
  public String toString() {
    return "Organization " + number + " " + name; // without what is secret in it
  }

  public OrganizationId id() {
    return new OrganizationId(number);
  }

  @Override
  public Ref<Organization> ref() {
    return Kind.ORGANIZATION.number(number);
  }
}
