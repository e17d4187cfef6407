package interline.trimble;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import interline.fleet.Roster;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What came of an array of rows: the rows that were written, and either a message or, if some were
 * left out, an error.
 */
@JsonPropertyOrder({"error", "message", "data"})
record WriteAnswer<T>(
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<ErrorBody> error,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> message,
    List<T> data) {

  static <E, T> WriteAnswer<T> of(
      Roster.Outcome<E> outcome,
      Function<E, T> row,
      String clean,
      Function<List<String>, ErrorBody> error) {
    List<T> data = outcome.done().stream().map(row).toList();
    return outcome.skipped().isEmpty()
        ? new WriteAnswer<>(Optional.empty(), Optional.of(clean), data)
        : new WriteAnswer<>(Optional.of(error.apply(outcome.skipped())), Optional.empty(), data);
  }
}
