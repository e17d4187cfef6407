package interline.fleet;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something that is driven.
 *
 * @param name unique in the organization, 1 to 255 characters
 * @param vin the vehicle identification number, unique in the organization, at most 17 characters;
 *     a blank one is none
 * @param status the number of its status
 * @param type the number of its type
 * @param meterUnit what its primary meter counts
 * @param primaryMeter its current reading, if its primary meter was ever read
 * @param secondaryMeter the same of its secondary meter
 * @param position the location entry that tells where it is now
 * @param group the number of the group that it is in
 * @param labels the numbers of its labels, without any twice
 * @param externalIds what other systems call it, by the name of the system; unique in the
 *     organization
 * @param archived when it was put away; then it can only be read
 * @param details what single dialects say of it
 */
public record Vehicle(
    long number,
    Stamp stamp,
    String name,
    Optional<String> vin,
    Optional<String> licensePlate,
    Optional<String> make,
    Optional<String> model,
    Optional<Integer> year,
    Optional<String> color,
    long status,
    long type,
    MeterUnit meterUnit,
    Optional<Reading> primaryMeter,
    Optional<Reading> secondaryMeter,
    Optional<LocationEntry.Mark> position,
    Optional<Long> group,
    List<Long> labels,
    Map<String, String> externalIds,
    Optional<Instant> archived,
    Details details)
    implements Movable {

  /** The first status that every organization has. */
  private static final Pick USUAL_STATUS = new Pick.ByNumber(1);

  public Vehicle {
    labels = List.copyOf(labels);
    externalIds = Collections.unmodifiableMap(new TreeMap<>(externalIds));
  }

  /** What a meter showed, and on which day. */
  public record Reading(BigDecimal value, LocalDate day) {

    public Reading {
      value = plain(value);
    }

    /** The same number in the one form in which equal numbers are equal. */
    static BigDecimal plain(BigDecimal value) {
      BigDecimal shortest = value.stripTrailingZeros();
      return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
  }

  /** What a meter counts. */
  public enum MeterUnit {
    KILOMETRES,
    MILES,
    HOURS
  }

  @Override
  public Ref<Vehicle> ref() {
    return Kind.VEHICLE.number(number);
  }

  /** The unique values that it holds. */
  List<Unique> uniques() {
    List<Unique> uniques = new ArrayList<>();
    uniques.add(Unique.vehicleName(name));
    vin.ifPresent(value -> uniques.add(Unique.vin(value)));
    externalIds.forEach((system, id) -> uniques.add(Unique.externalId(system, id)));
    return uniques;
  }

  /**
   * The vehicle as a revision wants it.
   *
   * @param picked the numbers of what the revision picks
   */
  Vehicle revised(Revision revision, Picked picked, Instant now) {
    return new Vehicle(
        number,
        stamp.at(now),
        revision.name().or(name),
        revision.vin().or(vin).filter(text -> !text.isBlank()),
        revision.licensePlate().or(licensePlate),
        revision.make().or(make),
        revision.model().or(model),
        revision.year().or(year),
        revision.color().or(color),
        picked.status().or(status),
        picked.type().or(type),
        revision.meterUnit().or(meterUnit),
        primaryMeter,
        secondaryMeter,
        position,
        picked.group(),
        revision.labels().or(Optional.of(labels)).orElse(List.of()),
        revision.externalIds().or(Optional.of(externalIds)).orElse(Map.of()),
        archived,
        details.with(revision.details()));
  }

  /** The same vehicle with other current readings of its meters. */
  Vehicle read(Optional<Reading> primary, Optional<Reading> secondary, Instant now) {
    return with(now, primary, secondary, position, archived);
  }

  /** What a meter shows. */
  Optional<Reading> shown(Meter meter) {
    return switch (meter) {
      case PRIMARY -> primaryMeter;
      case SECONDARY -> secondaryMeter;
    };
  }

  @Override
  public boolean shows(LocationEntry entry) {
    return position.filter(mark -> mark.entry() == entry.number()).isPresent();
  }

  @Override
  public Optional<Instant> seen() {
    return position.map(LocationEntry.Mark::date);
  }

  @Override
  public Vehicle showing(Optional<LocationEntry> entry, Instant now) {
    return at(entry.map(LocationEntry::mark), now);
  }

  @Override
  public Vehicle showingTheSame(Instant now) {
    return at(position, now);
  }

  private Vehicle at(Optional<LocationEntry.Mark> entry, Instant now) {
    return with(now, primaryMeter, secondaryMeter, entry, archived);
  }

  /** The same vehicle, put away or brought back. */
  Vehicle archived(Optional<Instant> when, Instant now) {
    return with(now, primaryMeter, secondaryMeter, position, when);
  }

  private Vehicle with(
      Instant now,
      Optional<Reading> primary,
      Optional<Reading> secondary,
      Optional<LocationEntry.Mark> newPosition,
      Optional<Instant> newArchived) {
    return new Vehicle(
        number,
        stamp.at(now),
        name,
        vin,
        licensePlate,
        make,
        model,
        year,
        color,
        status,
        type,
        meterUnit,
        primary,
        secondary,
        newPosition,
        group,
        labels,
        externalIds,
        newArchived,
        details);
  }

  /** The numbers of what a revision picks. */
  record Picked(Said<Long> status, Said<Long> type, Optional<Long> group) {}

  /**
   * What is said of a vehicle, new or known. Each value is one of three: not spoken of, cleared, or
   * given.
   */
  public record Revision(
      Said<String> name,
      Said<String> vin,
      Said<String> licensePlate,
      Said<String> make,
      Said<String> model,
      Said<Integer> year,
      Said<String> color,
      Said<Pick> status,
      Said<Pick> type,
      Said<MeterUnit> meterUnit,
      Said<Pick> group,
      Said<List<Long>> labels,
      Said<Map<String, String>> externalIds,
      Map<String, Optional<Object>> details) {

    /** Of a new vehicle of this name; what has to be said and is not is as usual. */
    Revision fresh(String called) {
      return new Revision(
          new Said.Given<>(called),
          vin,
          licensePlate,
          make,
          model,
          year,
          color,
          status.spoken() ? status : new Said.Given<>(USUAL_STATUS),
          type,
          meterUnit.spoken() ? meterUnit : new Said.Given<>(MeterUnit.MILES),
          group,
          labels,
          externalIds,
          details);
    }
  }
}
