package interline.onfleet;

import interline.gateway.Call;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Parameters of a query as Onfleet's clients write them. Empty ones count as absent. */
record Query(Call call) {

  /** The furthest moment that is still one, in milliseconds on either side of 1970. */
  private static final BigDecimal FURTHEST = BigDecimal.valueOf(8_640_000_000_000_000L);

  private static final BigDecimal FIRST =
      BigDecimal.valueOf(Instant.parse("0001-01-01T00:00:00Z").toEpochMilli());

  private static final BigDecimal LAST =
      BigDecimal.valueOf(Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli());

  static Query of(Call call) {
    return new Query(call);
  }

  Optional<String> text(String name) {
    return call.request().query(name).filter(value -> !value.isBlank());
  }

  /** The parts of comma lists, of a parameter that may be repeated; brackets around are ignored. */
  List<String> list(String name) {
    List<String> parts = new ArrayList<>();
    for (String value : call.request().query().getOrDefault(name, List.of())) {
      String bare = value.strip();
      if (bare.startsWith("[") && bare.endsWith("]")) {
        bare = bare.substring(1, bare.length() - 1);
      }
      for (String part : bare.split("[,\\s]+", -1)) {
        if (!part.isEmpty()) {
          parts.add(part);
        }
      }
    }
    return List.copyOf(parts);
  }

  /**
   * A number; clients write 1.7e+12 too.
   *
   * @throws Refusal if it is none
   */
  Optional<BigDecimal> number(String name) {
    return text(name)
        .map(
            value -> {
              try {
                BigDecimal number = value.length() > 100 ? null : new BigDecimal(value.strip());
                if (number != null && Math.abs((long) number.scale()) < 400) {
                  return number;
                }
              } catch (NumberFormatException _) {
                // Told below, like one that is no quantity.
              }
              throw Refusal.content(name + " has to be a number.");
            });
  }

  /** A moment in milliseconds, whole or not; for one beyond all calendars the nearest is taken. */
  Optional<Instant> millis(String name) {
    return number(name)
        .map(
            millis -> {
              if (millis.abs().compareTo(FURTHEST) > 0) {
                throw Refusal.content(name + " is too far away.");
              }
              return Instant.ofEpochMilli(millis.max(FIRST).min(LAST).longValue());
            });
  }

  boolean flag(String name) {
    return said(name).orElse(false);
  }

  /** True or false, in any case of letters, or 1 or 0; a client that has neither writes null. */
  Optional<Boolean> said(String name) {
    return text(name)
        .flatMap(
            value ->
                switch (value.strip().toLowerCase(Locale.ROOT)) {
                  case "true", "1" -> Optional.of(true);
                  case "false", "0" -> Optional.of(false);
                  case "null", "none" -> Optional.empty();
                  default -> throw Refusal.content(name + " has to be a boolean.");
                });
  }
}
