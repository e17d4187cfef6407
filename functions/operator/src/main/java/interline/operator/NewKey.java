package interline.operator;

import interline.fleet.Dialect;
import interline.gateway.Expected;
import interline.gateway.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A key to be issued. */
record NewKey(Dialect dialect, String label, Optional<String> email) {

  static final Map<String, Dialect> DIALECTS =
      Map.of(
          "onfleet", Dialect.ONFLEET,
          "fleetio", Dialect.FLEETIO,
          "fieldopt", Dialect.FIELDOPT,
          "trimble", Dialect.TRIMBLE,
          "frachtpilot", Dialect.FRACHTPILOT);

  private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");

  static NewKey read(Fields body) {
    Optional<String> email = body.text("email");
    if (email.filter(address -> !ADDRESS.matcher(address).matches()).isPresent()) {
      throw body.bad("email", new Expected.Like("ada@example.com"));
    }
    return new NewKey(
        body.required("dialect", (fields, name) -> fields.word(name, DIALECTS)),
        body.required("label", Fields::text),
        email);
  }
}
