package interline.fleet;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How one dialect understands the rows of its bulk jobs. Found by ServiceLoader. */
public interface BulkDialect {

  Dialect dialect();

  /**
   * What a row asks of the fleet; the result is the number of the record that it made or changed.
   *
   * @param row as it was sent
   * @throws Failure if it cannot be understood
   */
  UseCase<Long> row(BulkJob job, String row, Means means);

  /**
   * What a row may be understood with, before anything is decided.
   *
   * @param sender on whose behalf it is worked off
   */
  record Means(Store store, Caller sender, Supplier<Geocoder> geocoder) {}

  /** Why a row was refused, by field, in the words that a single request would have got. */
  Map<String, List<String>> messages(BulkJob job, Failure failure);
}
