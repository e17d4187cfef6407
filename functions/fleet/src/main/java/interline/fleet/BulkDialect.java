package interline.fleet;

import java.util.List;
import java.util.Map;

/** How one dialect understands the rows of its bulk jobs. Found by ServiceLoader. */
public interface BulkDialect {

  Dialect dialect();

  /**
   * What a row asks of the fleet; the result is the number of the record that it made or changed.
   *
   * @param row as it was sent
   */
  UseCase<Long> row(BulkJob job, String row);

  /** Why a row was refused, by field, in the words that a single request would have got. */
  Map<String, List<String>> messages(BulkJob job, Failure failure);
}
