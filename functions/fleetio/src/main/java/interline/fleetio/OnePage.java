package interline.fleetio;

import interline.gateway.Answer;
import interline.gateway.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list that is never longer than one page, in the style of the version that is spoken. */
final class OnePage {

  private static final int PER_PAGE = 50;

  private OnePage() {}

  static Answer of(Call call, List<?> records) {
    return ApiVersion.of(call).cursors() ? Answer.ok(envelope(records)) : array(records);
  }

  static Map<String, Object> envelope(List<?> records) {
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("start_cursor", Optional.empty());
    envelope.put("next_cursor", Optional.empty());
    envelope.put("per_page", PER_PAGE);
    envelope.put("estimated_remaining_count", records.size());
    envelope.put("filtered_by", List.of());
    envelope.put("sorted_by", List.of(Map.of(RecordList.ID, "desc")));
    envelope.put("records", records);
    return envelope;
  }

  private static Answer array(List<?> records) {
    String count = Integer.toString(records.size());
    return Answer.ok(records)
        .header("X-Pagination-Limit", "100")
        .header("X-PaginationLimit", "100")
        .header("X-Pagination-Current-Page", "1")
        .header("X-Pagination-Total-Pages", records.isEmpty() ? "0" : "1")
        .header("X-Pagination-Total-Count", count);
  }
}
