package interline.store;

import ch.hsr.geohash.GeoHash;
import interline.fleet.Location;
import interline.fleet.Worker;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * {@code org#map#cell} / finer cell and number: a worker at work, where they are. Cells are
 * geohashes. Somebody who moves is written anew only when they come into another fine one.
 */
final class MapItem {

  /** A cell of about 39 by 20 km, the partition. */
  private static final int CELL = 4;

  /** A cell of about 5 by 5 km. */
  private static final int PART = 5;

  /** A cell of about 1.2 by 0.6 km. */
  private static final int FINE = 6;

  /** From this radius on whole cells are read: few requests with some in vain, not many without. */
  private static final double LARGE = 2_000;

  private static final int BITS = 5;

  /** No fewer metres than this to a degree, wherever on earth. */
  private static final double DEGREE = 110_500;

  /** How far to either side is looked, in degrees: at the poles that is not all around. */
  private static final double WIDEST = 5;

  private MapItem() {}

  /** A part of the map: the beginning of a cell's name, at least as long as a partition's. */
  record Area(String cell) {

    String partition(Keys keys) {
      return keys.map(cell.substring(0, CELL));
    }
  }

  /** Where somebody stands on the map, if they do. */
  static Optional<Item> of(Worker worker, Keys keys) {
    return worker
        .position()
        .filter(_ -> worker.works() && worker.duty().working())
        .map(
            position -> {
              String cell = cell(position.location(), FINE);
              return Item.at(
                      new Area(cell).partition(keys), cell + "#" + Keys.sortable(worker.number()))
                  .put(Writes.OWNER, worker.ref().id());
            });
  }

  /** The areas that a circle lies in. */
  static List<Area> around(Location centre, double metres) {
    int characters = metres < LARGE ? PART : CELL;
    double high = 180 / Math.pow(2, Math.floor(characters * BITS / 2.0));
    double wide = 360 / Math.pow(2, Math.ceil(characters * BITS / 2.0));
    double north = metres / DEGREE;
    double farthest = Math.min(89.9, Math.abs(centre.latitude()) + north);
    double east = Math.min(WIDEST, north / Math.cos(Math.toRadians(farthest)));
    Set<String> cells = new LinkedHashSet<>();
    for (double latitude : steps(centre.latitude(), north, high)) {
      for (double longitude : steps(centre.longitude(), east, wide)) {
        cells.add(
            cell(
                new Location(Math.clamp(latitude, -90, 90), Math.IEEEremainder(longitude, 360)),
                characters));
      }
    }
    return cells.stream().map(Area::new).toList();
  }

  /** From one side of a middle to the other, in steps that leave no cell out. */
  private static List<Double> steps(double middle, double reach, double step) {
    int count = (int) Math.ceil(2 * reach / step);
    return IntStream.rangeClosed(0, count)
        .mapToObj(it -> Math.min(middle - reach + it * step, middle + reach))
        .toList();
  }

  private static String cell(Location at, int characters) {
    return GeoHash.geoHashStringWithCharacterPrecision(at.latitude(), at.longitude(), characters);
  }
}
