package interline.operator;

import interline.fleet.Caller;
import interline.fleet.Entity;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Naming;
import interline.fleet.Organization;
import interline.fleet.OrganizationId;
import interline.fleet.Ref;
import interline.fleet.Snapshot;
import interline.gateway.Call;
import interline.gateway.Expected;
import interline.gateway.Malformed;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the records that an identifier of any dialect can mean, and their names in all of them. It
 * reads the records of organizations, but tells nothing of them beyond their names.
 */
final class IdMap {

  private static final List<Naming> NAMINGS =
      ServiceLoader.load(Naming.class, IdMap.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(Comparator.comparing(Naming::dialect))
          .toList();

  private final Call call;

  IdMap(Call call) {
    this.call = call;
  }

  /**
   * The records, by organization and kind.
   *
   * @param organization where to look; an identifier that tells its organization needs none
   * @throws Malformed.BadField if the identifier could be anybody's
   */
  List<NamedRecord> lookUp(String id, Optional<OrganizationId> organization) {
    if (organization.isPresent()) {
      return in(organization.get(), id).toList();
    }
    if (!id.matches("[A-Za-z0-9*~]{24}")) {
      throw new Malformed.BadField("organization", Expected.Form.PRESENT);
    }
    return call.fleet().all(new Listing.Everything<>(Kind.ORGANIZATION)).stream()
        .map(Organization::id)
        .flatMap(each -> in(each, id))
        .toList();
  }

  private Stream<NamedRecord> in(OrganizationId organization, String id) {
    Set<Ref<?>> meant = new LinkedHashSet<>();
    NAMINGS.forEach(naming -> meant.addAll(naming.meant(organization, id)));
    if (meant.isEmpty()) {
      return Stream.empty();
    }
    Snapshot fleet = call.store().snapshot(new Caller(organization, call.caller().name()));
    return fleet.findAll(meant).entities().values().stream()
        .map(record -> named(organization, record))
        .filter(record -> !record.names().isEmpty())
        .sorted(Comparator.comparing(NamedRecord::kind));
  }

  private static NamedRecord named(OrganizationId organization, Entity record) {
    Map<String, List<Naming.Name>> names = new LinkedHashMap<>();
    for (Naming naming : NAMINGS) {
      List<Naming.Name> said = naming.names(organization, record);
      if (!said.isEmpty()) {
        names.put(naming.dialect().name().toLowerCase(Locale.ROOT), said);
      }
    }
    return new NamedRecord(
        organization.number(), record.ref().kind().word(), record.ref().id(), names);
  }
}
