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
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
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
      return in(organization.get(), id, true).toList();
    }
    if (!id.matches("[A-Za-z0-9*~]{24}")) {
      throw new Malformed.BadField("organization", Expected.Form.PRESENT);
    }
    return call.fleet().all(new Listing.Everything<>(Kind.ORGANIZATION)).stream()
        .map(Organization::id)
        .flatMap(each -> in(each, id, false))
        .toList();
  }

  private Stream<NamedRecord> in(OrganizationId organization, String id, boolean searching) {
    Snapshot fleet = call.store().snapshot(new Caller(organization, call.caller().name()));
    Set<Ref<?>> meant = new LinkedHashSet<>();
    for (Naming naming : NAMINGS) {
      meant.addAll(naming.meant(organization, id));
      if (searching) {
        meant.addAll(naming.known(fleet, id));
      }
    }
    return found(fleet, meant)
        .map(record -> named(fleet, record))
        .filter(record -> !record.names().isEmpty())
        .sorted(Comparator.comparing(NamedRecord::kind));
  }

  /** The record of an organization is the operator's. */
  private Stream<Entity> found(Snapshot fleet, Set<Ref<?>> meant) {
    Map<Boolean, List<Ref<?>>> whose =
        meant.stream()
            .collect(Collectors.partitioningBy(ref -> ref.kind().equals(Kind.ORGANIZATION)));
    return Stream.of(
            found(call.fleet(), whose.getOrDefault(true, List.of())),
            found(fleet, whose.getOrDefault(false, List.of())))
        .flatMap(Collection::stream);
  }

  private static Collection<Entity> found(Snapshot fleet, List<Ref<?>> meant) {
    return meant.isEmpty() ? List.of() : fleet.findAll(meant).entities().values();
  }

  private static NamedRecord named(Snapshot fleet, Entity record) {
    Map<String, List<Naming.Name>> names = new LinkedHashMap<>();
    for (Naming naming : NAMINGS) {
      List<Naming.Name> said = naming.names(fleet, record);
      if (!said.isEmpty()) {
        names.put(naming.dialect().name().toLowerCase(Locale.ROOT), said);
      }
    }
    return new NamedRecord(
        fleet.caller().organization().number(),
        record.ref().kind().word(),
        record.ref().id(),
        names);
  }
}
