package interline.fleetio;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimals as Fleetio writes them. */
final class Decimals {

  private Decimals() {}

  /** As text, with one place at least. */
  static String text(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    return shortest
        .setScale(Math.max(1, shortest.scale()), RoundingMode.UNNECESSARY)
        .toPlainString();
  }
}
