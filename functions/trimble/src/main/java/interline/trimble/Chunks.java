package interline.trimble;

import interline.fleet.Roster;
import interline.fleet.UseCase;
import interline.gateway.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Rows that go through in several transactions, as one does not hold what they change. */
final class Chunks {

  private Chunks() {}

  static <R, E> Roster.Outcome<E> commit(
      Call call, List<R> rows, int size, Function<List<R>, UseCase<Roster.Outcome<E>>> wish) {
    Roster.Outcome<E> outcome = new Roster.Outcome<>(new ArrayList<>(), List.of());
    for (int from = 0; from < rows.size(); from += size) {
      List<R> chunk = rows.subList(from, Math.min(from + size, rows.size()));
      outcome = outcome.then(call.commit(wish.apply(chunk)));
    }
    return outcome;
  }
}
