package interline.onfleet;

import java.util.OptionalInt;
import java.util.Set;

/** What webhooks can be told of, by Onfleet's numbers. */
final class Triggers {

  static final int TASK_ETA = 1;
  static final int TASK_ARRIVAL = 2;
  static final int TASK_DELAYED = 12;

  private static final int LAST = 30;
  private static final Set<Integer> UNUSED = Set.of(11, 21);
  private static final Set<Integer> LIMITED = Set.of(TASK_ETA, TASK_ARRIVAL, TASK_DELAYED);
  private static final int MOST = 10;

  private Triggers() {}

  static boolean known(int trigger) {
    return trigger >= 0 && trigger <= LAST && !UNUSED.contains(trigger);
  }

  /** How many webhooks of an organization there may be for a trigger, if that is limited. */
  static OptionalInt most(int trigger) {
    return LIMITED.contains(trigger) ? OptionalInt.of(MOST) : OptionalInt.empty();
  }
}
