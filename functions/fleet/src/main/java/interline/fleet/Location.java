package interline.fleet;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;

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

  /** How far it is to another point along the surface. */
  public double metresTo(Location other) {
    return Geodesic.WGS84.Inverse(
            latitude, longitude, other.latitude, other.longitude, GeodesicMask.DISTANCE)
        .s12;
  }
}
