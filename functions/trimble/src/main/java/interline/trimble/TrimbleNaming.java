package interline.trimble;

import interline.fleet.CatalogueEntry;
import interline.fleet.Dialect;
import interline.fleet.Drivers;
import interline.fleet.Entity;
import interline.fleet.Group;
import interline.fleet.Kind;
import interline.fleet.Naming;
import interline.fleet.OrganizationId;
import interline.fleet.Ref;
import interline.fleet.Snapshot;
import interline.fleet.Unique;
import interline.fleet.Vehicle;
import interline.fleet.Worker;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Trimble's names: what people call drivers and vehicles, and then a number. It shows records in
 * lists only, and groups nowhere.
 */
public final class TrimbleNaming implements Naming {

  private static final List<Kind<?>> NUMBERED =
      List.of(Kind.WORKER, Kind.VEHICLE, Kind.GROUP, Kind.DRIVER_GROUP);

  @Override
  public Dialect dialect() {
    return Dialect.TRIMBLE;
  }

  @Override
  public List<Ref<?>> meant(OrganizationId organization, String id) {
    return id.matches("[1-9][0-9]{0,17}")
        ? NUMBERED.stream().<Ref<?>>map(kind -> kind.id(id)).toList()
        : List.of();
  }

  @Override
  public List<Ref<?>> known(Snapshot fleet, String id) {
    return Stream.<Ref<?>>concat(
            Drivers.find(fleet, id).map(Worker::ref).stream(),
            fleet.holder(Kind.VEHICLE, Unique.vehicleName(id)).stream())
        .toList();
  }

  @Override
  public List<Name> names(Snapshot fleet, Entity record) {
    return switch (record) {
      case Worker worker when worker.works() -> listed("drivers", worker.badge(), worker.number());
      case Vehicle vehicle when vehicle.archived().isEmpty() ->
          listed("vehicles", vehicle.name(), vehicle.number());
      case Group group when group.parent().isEmpty() -> written(group.number());
      case CatalogueEntry entry when entry.ref().kind().equals(Kind.DRIVER_GROUP) ->
          written(entry.number());
      default -> List.of();
    };
  }

  private static List<Name> listed(String resource, String called, long number) {
    String path = "/api/assets/v1/" + resource;
    return List.of(new Name(called, path), new Name(Long.toString(number), path));
  }

  private static List<Name> written(long number) {
    return List.of(new Name(Long.toString(number), Optional.empty()));
  }
}
