package interline.trimble;

import interline.fleet.Change;
import interline.fleet.Entity;
import interline.fleet.Failure;
import interline.fleet.Field;
import interline.fleet.Kind;
import interline.fleet.Roster;
import interline.fleet.Rule;
import interline.fleet.UseCase;
import interline.gateway.Answer;
import interline.gateway.Call;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What vehicle groups and driver groups have in common: names, and how many there may be.
 *
 * @param member what requests call the name
 * @param words what messages call groups of this kind
 */
record GroupRequest<E extends Entity>(Kind<E> kind, String member, String words) {

  /** As many groups of a kind as an account may have. */
  private static final int MOST = 2_000;

  /** Four items each of the hundred of a transaction. */
  private static final int MOST_ADDED = 25;

  /** What is said of a group that was renamed. */
  record Renamed(String message, boolean data) {}

  /**
   * Adds the groups that a body names.
   *
   * @param check refuses what is no name, before any is added
   */
  Roster.Outcome<E> add(Call call, Consumer<String> check, Function<String, Roster.Row<E>> row) {
    List<String> names =
        Members.rows(call.request()).stream().map(it -> it.required(member)).toList();
    names.forEach(check);
    List<Roster.Row<E>> rows = names.stream().map(row).toList();
    long there = call.fleet().counts(kind).getOrDefault(Change.Count.TOTAL, 0L);
    if (there + rows.size() > MOST) {
      throw Failure.invalid(Field.GROUP, new Rule.AtMost(MOST));
    }
    return Chunks.commit(call, rows, MOST_ADDED, chunk -> Roster.add(kind, chunk));
  }

  /** Renames a group. */
  Answer rename(Call call, Function<String, UseCase<E>> renaming) {
    String name = Members.of(call.request().json()).required(member);
    E _ = call.commit(renaming.apply(name));
    return Answer.ok(new Renamed("Successfully updated the " + singular() + ".", true));
  }

  ErrorBody duplicates(List<String> names) {
    return ErrorBody.duplicates(
        "The request finished without adding duplicate " + words + ".", names);
  }

  private String singular() {
    return words.substring(0, words.length() - 1);
  }
}
