package interline.fleet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The ways in which the fleet is spoken to; a key is good for one of them. */
public enum Dialect {
  ONFLEET,
  FLEETIO("2023-03-01 2024-01-01 2024-03-15 2025-05-05"),
  FIELDOPT,
  TRIMBLE,
  FRACHTPILOT;

  /** Dates, oldest first. */
  private final String editions;

  Dialect() {
    this("");
  }

  Dialect(String editions) {
    this.editions = editions;
  }

  /** The editions in which it was published, oldest first; none if they have no dates. */
  public List<LocalDate> editions() {
    return Pattern.compile(" ")
        .splitAsStream(editions)
        .filter(date -> !date.isEmpty())
        .map(LocalDate::parse)
        .toList();
  }

  /** The newest edition, if there are several. */
  public Optional<LocalDate> newest() {
    List<LocalDate> all = editions();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }
}
