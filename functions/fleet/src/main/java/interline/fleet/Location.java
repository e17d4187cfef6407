package interline.fleet;

/** A point in WGS 84, in degrees. */
public record Location(double latitude, double longitude) {

  public Location {
    if (!(latitude >= -90 && latitude <= 90)) {
      throw Failure.invalid(Field.LATITUDE, new Rule.Between(-90, 90));
    }
    if (!(longitude >= -180 && longitude <= 180)) {
      throw Failure.invalid(Field.LONGITUDE, new Rule.Between(-180, 180));
    }
  }
}
