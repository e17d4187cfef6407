package interline.fleet;

import java.time.Instant;
import java.util.Optional;

/**
 * One of the things that vehicles are sorted by: a type, a status, a label or a fuel type. Those
 * that every organization has from the beginning are in {@link VehicleCatalogue} and not stored.
 *
 * @param name unique among those of its kind, 1 to 255 characters
 * @param color in which it is shown
 * @param preferred whether it is the one that is meant when nothing is said; one of a kind at most
 */
public record CatalogueEntry(
    Kind<CatalogueEntry> kind,
    long number,
    Stamp stamp,
    String name,
    Optional<String> color,
    boolean preferred)
    implements Entity {

  @Override
  public Ref<CatalogueEntry> ref() {
    return kind.number(number);
  }

  CatalogueEntry revised(Revision revision, Instant now) {
    return new CatalogueEntry(
        kind,
        number,
        stamp.at(now),
        revision.name().or(name).strip(),
        revision.color().or(color).filter(text -> !text.isBlank()),
        revision.preferred().or(preferred));
  }

  /** What is said of an entry, new or known. */
  public record Revision(Said<String> name, Said<String> color, Said<Boolean> preferred) {}
}
