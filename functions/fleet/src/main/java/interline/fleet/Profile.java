package interline.fleet;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What is known of a worker as a driver for teams.
 *
 * @param displayName what those are told who wait for them
 * @param login the phone number, in E.164, that is theirs alone
 * @param units how much they can carry
 * @param zone where their days begin
 * @param invited whether they were asked to come and have not been seen yet
 * @param home the number of the destination at which their routes begin
 * @param metadata what clients say of them
 */
public record Profile(
    Optional<String> displayName,
    Optional<String> login,
    Units units,
    Optional<ZoneId> zone,
    boolean invited,
    Optional<Long> home,
    Metadata metadata) {

  public static final Profile NONE =
      new Profile(
          Optional.empty(),
          Optional.empty(),
          Units.NONE,
          Optional.empty(),
          false,
          Optional.empty(),
          Metadata.NONE);

  /** How much can be carried, in whatever the organization counts, and three more such figures. */
  public record Units(BigDecimal main, BigDecimal first, BigDecimal second, BigDecimal third) {

    public static final Units NONE =
        new Units(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  /** What is said of a profile, new or known. */
  public record Revision(
      Said<String> displayName,
      Said<BigDecimal> main,
      Said<BigDecimal> first,
      Said<BigDecimal> second,
      Said<BigDecimal> third,
      Said<ZoneId> zone,
      Said<Long> home,
      Metadata.Revision metadata) {}

  /** Of somebody who was seen. */
  Profile joined() {
    return invited ? new Profile(displayName, login, units, zone, false, home, metadata) : this;
  }

  /** Of somebody with another phone: what is not their phone any more is not theirs alone. */
  Profile reachedAt(Optional<String> phone) {
    return new Profile(
        displayName,
        login.filter(phone.stream().toList()::contains),
        units,
        zone,
        invited,
        home,
        metadata);
  }

  /** Of somebody new, who is asked to come. */
  static Profile inviting(String phone) {
    return new Profile(
        Optional.empty(),
        Optional.of(phone),
        Units.NONE,
        Optional.empty(),
        true,
        Optional.empty(),
        Metadata.NONE);
  }

  Profile revised(Revision revision) {
    return new Profile(
        revision.displayName().or(displayName),
        login,
        new Units(
            revision.main().or(units.main()),
            revision.first().or(units.first()),
            revision.second().or(units.second()),
            revision.third().or(units.third())),
        revision.zone().or(zone),
        invited,
        revision.home().or(home),
        metadata.revised(revision.metadata()));
  }
}
