package interline.operator;

import interline.fleet.ApiKey;
import interline.fleet.Dialect;
import interline.gateway.Expected;
import interline.gateway.Fields;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a key to be issued. */
final class NewKey {

  static final Map<String, Dialect> DIALECTS =
      Map.of(
          "onfleet", Dialect.ONFLEET,
          "fleetio", Dialect.FLEETIO,
          "fieldopt", Dialect.FIELDOPT,
          "trimble", Dialect.TRIMBLE,
          "frachtpilot", Dialect.FRACHTPILOT);

  private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");

  private NewKey() {}

  static ApiKey.Draft read(Fields body) {
    Optional<String> email = body.text("email");
    if (email.filter(address -> !ADDRESS.matcher(address).matches()).isPresent()) {
      throw body.bad("email", new Expected.Like("ada@example.com"));
    }
    Dialect dialect = body.required("dialect", (fields, name) -> fields.word(name, DIALECTS));
    return new ApiKey.Draft(
        dialect,
        body.required("label", Fields::text),
        email,
        body.text("time_zone").map(zone -> zone(body, zone)).orElse(ZoneOffset.UTC),
        body.word("api_version", editions(dialect)),
        accounts(body, dialect));
  }

  /** The fleets that a partner's key opens: only one dialect has partners. */
  private static List<Long> accounts(Fields body, Dialect dialect) {
    List<Long> accounts = body.ids("accounts").orElse(List.of());
    if (!accounts.isEmpty() && dialect != Dialect.TRIMBLE) {
      throw body.bad("dialect", new Expected.OneOf(List.of("trimble")));
    }
    return accounts;
  }

  /** A zone by its name in the IANA time zone database, such as {@code America/Chicago}. */
  static ZoneId zone(Fields body, String name) {
    if (!name.equals("UTC") && !ZoneId.getAvailableZoneIds().contains(name)) {
      throw body.bad("time_zone", new Expected.Like("America/Chicago"));
    }
    return name.equals("UTC") ? ZoneOffset.UTC : ZoneId.of(name);
  }

  private static Map<String, LocalDate> editions(Dialect dialect) {
    return dialect.editions().stream()
        .collect(Collectors.toMap(LocalDate::toString, edition -> edition));
  }
}
