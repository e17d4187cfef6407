package interline.frachtpilot;

import interline.gateway.Request;
import interline.gateway.Wiring;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The two ways in which an answer is written. */
enum Format {
  JSON("application/json", "application/problem+json"),
  LINKED("application/ld+json", "application/ld+json");

  private static final Set<String> BODIES = Set.of("application/json", "application/ld+json");
  private static final String MERGING = "application/merge-patch+json";

  private final String type;
  private final String problemType;

  Format(String type, String problemType) {
    this.type = type;
    this.problemType = problemType;
  }

  String type() {
    return type;
  }

  String problemType() {
    return problemType;
  }

  /** The one for clients that do not say which. */
  static Format usual(Wiring wiring) {
    return wiring.value("FRACHTPILOT_FORMAT").filter("json"::equals).isPresent() ? JSON : LINKED;
  }

  /** The one a client wants most, and of those first; empty if it wants neither. */
  static Optional<Format> wanted(Request request, Format usual) {
    String accept = request.header("Accept").orElse("*/*");
    Optional<Format> best = Optional.empty();
    double most = 0;
    for (String range : accept.split(",", -1)) {
      String[] parts = range.split(";", -1);
      double weight = weight(parts);
      Optional<Format> meant =
          switch (parts[0].strip().toLowerCase(Locale.ROOT)) {
            case "application/json", "application/problem+json" -> Optional.of(JSON);
            case "application/ld+json" -> Optional.of(LINKED);
            case "*/*", "application/*", "" -> Optional.of(usual);
            default -> Optional.empty();
          };
      if (meant.isPresent() && weight > most) {
        best = meant;
        most = weight;
      }
    }
    return best;
  }

  private static double weight(String[] parts) {
    for (String part : parts) {
      String parameter = part.strip();
      if (parameter.startsWith("q=")) {
        try {
          return Double.parseDouble(parameter.substring(2));
        } catch (NumberFormatException e) {
          return 0;
        }
      }
    }
    return 1;
  }

  /** Whether a body of this type is read; one that does not say is taken for JSON. */
  static boolean reads(Request request) {
    return request
        .header("Content-Type")
        .map(header -> header.split(";", -1)[0].strip().toLowerCase(Locale.ROOT))
        .map(
            type ->
                BODIES.contains(type) || (type.equals(MERGING) && request.method().equals("PATCH")))
        .orElse(true);
  }
}
