package interline.fleet;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How a task is to be done.
 *
 * @param after not before this moment
 * @param before no later than this moment, which comes after the other
 * @param pickup whether something is fetched there
 * @param notes for whoever does it, at most 10,000 characters
 * @param quantity what it takes up of a vehicle
 * @param serviceMinutes how long it takes at the place
 */
public record Terms(
    Optional<Instant> after,
    Optional<Instant> before,
    boolean pickup,
    String notes,
    Quantity quantity,
    double serviceMinutes) {

  public static final Terms NONE =
      new Terms(Optional.empty(), Optional.empty(), false, "", Quantity.NONE, 0);

  private static final int LONGEST = 10_000;

  public Terms {
    if (after.isPresent() && before.isPresent() && !before.get().isAfter(after.get())) {
      throw Failure.invalid(Field.TIME_WINDOW, new Rule.Ordered());
    }
    if (notes.codePointCount(0, notes.length()) > LONGEST) {
      throw Failure.invalid(Field.NOTES, new Rule.AtMostCharacters(LONGEST));
    }
    if (!(serviceMinutes >= 0 && serviceMinutes <= Quantity.MOST)) {
      throw Failure.invalid(Field.SERVICE_TIME, new Rule.Between(0, Quantity.MOST));
    }
  }

  /** Amounts in units of a company's own, the first of them being the ordinary one. */
  public record Quantity(double ordinary, double a, double b, double c) {

    public static final Quantity NONE = new Quantity(0, 0, 0, 0);

    private static final double MOST = 1e12;

    public Quantity {
      check(ordinary);
      check(a);
      check(b);
      check(c);
    }

    private static void check(double amount) {
      if (!(amount >= 0 && amount <= MOST)) {
        throw Failure.invalid(Field.QUANTITY, new Rule.Between(0, MOST));
      }
    }
  }

  /** What is to be different; what is empty stays as it is. */
  public record Revision(
      Said<Instant> after,
      Said<Instant> before,
      Optional<Boolean> pickup,
      Optional<String> notes,
      Optional<UnaryOperator<Quantity>> quantity,
      Optional<Double> serviceMinutes) {

    /** Whether it speaks of more than notes. */
    boolean binding() {
      return after.spoken()
          || before.spoken()
          || pickup.isPresent()
          || quantity.isPresent()
          || serviceMinutes.isPresent();
    }
  }

  /** These terms with what a revision says. */
  public Terms revised(Revision revision) {
    return new Terms(
        revision.after().or(after),
        revision.before().or(before),
        revision.pickup().orElse(pickup),
        revision.notes().orElse(notes),
        revision.quantity().map(change -> change.apply(quantity)).orElse(quantity),
        revision.serviceMinutes().orElse(serviceMinutes));
  }
}
