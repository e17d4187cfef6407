package interline.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that is driven.
 *
 * @param name unique in the organization, 1 to 255 characters
 * @param vin the vehicle identification number, unique in the organization, at most 17 characters;
 *     a blank one is none
 * @param status the number of one of {@link VehicleCatalogue#STATUSES}
 * @param type the number of one of {@link VehicleCatalogue#TYPES}
 * @param meterUnit what its primary meter counts
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
    Details details)
    implements Entity {

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
    return uniques;
  }

  Vehicle revised(Revision revision, Instant now) {
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
        revision.status().or(status),
        revision.type().or(type),
        revision.meterUnit().or(meterUnit),
        details.with(revision.details()));
  }

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
      Said<Long> status,
      Said<Long> type,
      Said<MeterUnit> meterUnit,
      Map<String, Optional<Object>> details) {}
}
