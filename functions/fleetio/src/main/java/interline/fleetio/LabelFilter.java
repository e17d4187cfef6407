package interline.fleetio;

import interline.fleet.Kind;
import interline.fleet.Unique;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what has any of some labels, which are named. */
final class LabelFilter {

  private static final int MOST = 20;

  private LabelFilter() {}

  static <E> Filter<E> of(Function<E, List<Long>> labels) {
    return new Filter<>(
        Set.of(Operator.INCLUDE),
        (_, value, fleet) -> {
          List<String> names = Filter.split(value);
          if (names.size() > MOST) {
            throw new Filter.Unfit("must name at most %d labels".formatted(MOST));
          }
          Set<Long> wanted =
              names.stream()
                  .flatMap(name -> fleet.holder(Kind.LABEL, Unique.entryName(name)).stream())
                  .map(ref -> Long.valueOf(ref.id()))
                  .collect(Collectors.toSet());
          return record -> labels.apply(record).stream().anyMatch(wanted::contains);
        });
  }
}
