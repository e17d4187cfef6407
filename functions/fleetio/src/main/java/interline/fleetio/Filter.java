package interline.fleetio;

import interline.fleet.Rule;
import interline.fleet.Snapshot;
import interline.gateway.Expected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the records of a list can be asked for by one field: with which operators, and how. */
record Filter<E>(Set<Operator> operators, Reader<E> reader) {

  /** How the value of a filter is understood. */
  @FunctionalInterface
  interface Reader<E> {

    /**
     * Which records are asked for.
     *
     * @throws Unfit if nothing can be meant by the value
     */
    Predicate<E> read(Operator operator, String value, Snapshot fleet);
  }

  /** A value that is none for its field. */
  static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unfit(String message) {
      super(message, null, false, false);
    }

    String message() {
      return String.valueOf(getMessage());
    }
  }

  /** A text; {@code like} finds a part of it, whatever the case. */
  static <E> Filter<E> text(Function<E, Optional<String>> field, Operator... operators) {
    return new Filter<>(
        Set.of(operators),
        (operator, value, _) -> {
          if (operator == Operator.LIKE) {
            String part = value.toLowerCase(Locale.ROOT);
            return record ->
                field
                    .apply(record)
                    .filter(it -> it.toLowerCase(Locale.ROOT).contains(part))
                    .isPresent();
          }
          List<String> any = operator == Operator.INCLUDE ? split(value) : List.of(value);
          return record -> field.apply(record).filter(any::contains).isPresent();
        });
  }

  /** A part of any of several texts, whatever the case. */
  static <E> Filter<E> anyText(Function<E, ? extends Collection<String>> field) {
    return new Filter<>(
        Set.of(Operator.LIKE),
        (_, value, _) -> {
          String part = value.toLowerCase(Locale.ROOT);
          return record ->
              field.apply(record).stream()
                  .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(part));
        });
  }

  /** The number of a record. */
  static <E> Filter<E> number(Function<E, Optional<Long>> field, Operator... operators) {
    return new Filter<>(
        Set.of(operators),
        (operator, value, _) -> {
          List<Long> any =
              (operator == Operator.INCLUDE ? split(value) : List.of(value))
                  .stream().map(Filter::number).toList();
          return record -> field.apply(record).filter(any::contains).isPresent();
        });
  }

  static <E> Filter<E> flag(Function<E, Boolean> field) {
    return new Filter<>(
        Set.of(Operator.EQ),
        (_, value, _) -> {
          Boolean wanted =
              Optional.ofNullable(
                      Map.of("true", true, "1", true, "false", false, "0", false).get(value))
                  .orElseThrow(() -> new Unfit(Words.of(Expected.Form.FLAG)));
          return record -> field.apply(record).equals(wanted);
        });
  }

  /** One of several words, as they are shown. */
  static <E> Filter<E> words(
      List<String> words, Function<E, Optional<String>> field, Operator... operators) {
    return new Filter<>(
        Set.of(operators),
        (operator, value, _) -> {
          List<String> any = operator == Operator.INCLUDE ? split(value) : List.of(value);
          if (!words.containsAll(any)) {
            throw new Unfit(Words.of(new Rule.OneOf(words)));
          }
          return record -> field.apply(record).filter(any::contains).isPresent();
        });
  }

  /** A moment; a day alone stands for its beginning. */
  static <E> Filter<E> moment(Function<E, Optional<Instant>> field) {
    return new Filter<>(
        Set.of(Operator.LT, Operator.LTE, Operator.GT, Operator.GTE),
        (operator, value, fleet) -> {
          Instant bound = moment(value, Times.of(fleet.caller()));
          return record ->
              field.apply(record).filter(at -> operator.holds(at.compareTo(bound))).isPresent();
        });
  }

  /** A day; of a moment, the one that it has where the caller is. */
  static <E> Filter<E> day(Function<E, Optional<LocalDate>> field) {
    return new Filter<>(
        Set.of(Operator.EQ, Operator.LT, Operator.LTE, Operator.GT, Operator.GTE),
        (operator, value, fleet) -> {
          LocalDate bound = day(value, Times.of(fleet.caller()));
          return record ->
              field.apply(record).filter(at -> operator.holds(at.compareTo(bound))).isPresent();
        });
  }

  static LocalDate day(String value, Times times) {
    return LocalDate.ofInstant(moment(value, times), times.zone());
  }

  static Instant moment(String value, Times times) {
    return times.asked(value).orElseThrow(() -> new Unfit(Words.of(Expected.Form.DATE)));
  }

  static List<String> split(String value) {
    return Arrays.stream(value.split(",", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  static long number(String value) {
    if (!value.strip().matches("[0-9]{1,18}")) {
      throw new Unfit(Words.of(Expected.Form.INTEGER));
    }
    return Long.parseLong(value.strip());
  }
}
