package interline.fleet;

import java.util.List;

/** The rows of a bulk job as they were sent. */
public record BulkRows(String job, List<String> rows) {
  public BulkRows {
    rows = List.copyOf(rows);
  }
}
