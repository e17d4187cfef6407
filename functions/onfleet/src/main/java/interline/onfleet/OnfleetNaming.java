package interline.onfleet;

import interline.fleet.Administrator;
import interline.fleet.Dialect;
import interline.fleet.Entity;
import interline.fleet.Hub;
import interline.fleet.Identity;
import interline.fleet.Kind;
import interline.fleet.KnownDestination;
import interline.fleet.KnownRecipient;
import interline.fleet.Naming;
import interline.fleet.Organization;
import interline.fleet.OrganizationId;
import interline.fleet.Ref;
import interline.fleet.RoutePlan;
import interline.fleet.Snapshot;
import interline.fleet.Task;
import interline.fleet.Team;
import interline.fleet.Vehicle;
import interline.fleet.VehicleAssignment;
import interline.fleet.Webhook;
import interline.fleet.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Onfleet's names: 24 characters, of records and of what it shows as if it were one. */
public final class OnfleetNaming implements Naming {

  private static final String WORKERS = path("workers");
  private static final String CONTAINERS = path("containers");

  /** The records that the identifiers of each kind lead to. */
  private static final Map<Kind<?>, Kind<?>> MEANT =
      Map.ofEntries(
          Map.entry(Kind.TASK, Kind.TASK),
          Map.entry(Kind.TASK_DESTINATION, Kind.TASK),
          Map.entry(Kind.TASK_RECIPIENT, Kind.TASK),
          Map.entry(Kind.WORKER, Kind.WORKER),
          Map.entry(Kind.WORKER_CONTAINER, Kind.WORKER),
          Map.entry(Kind.VEHICLE, Kind.VEHICLE),
          Map.entry(Kind.TEAM, Kind.TEAM),
          Map.entry(Kind.TEAM_CONTAINER, Kind.TEAM),
          Map.entry(Kind.ORGANIZATION_CONTAINER, Kind.ORGANIZATION),
          Map.entry(Kind.ADMINISTRATOR, Kind.ADMINISTRATOR),
          Map.entry(Kind.DESTINATION, Kind.DESTINATION),
          Map.entry(Kind.RECIPIENT, Kind.RECIPIENT),
          Map.entry(Kind.HUB, Kind.HUB),
          Map.entry(Kind.ROUTE_PLAN, Kind.ROUTE_PLAN),
          Map.entry(Kind.WEBHOOK, Kind.WEBHOOK));

  @Override
  public Dialect dialect() {
    return Dialect.ONFLEET;
  }

  @Override
  public List<Ref<?>> meant(OrganizationId organization, String id) {
    Identity identity = new Identity(organization);
    List<Ref<?>> meant = new ArrayList<>();
    MEANT.forEach((kind, record) -> add(meant, record, identity.decode(kind, id)));
    add(meant, Kind.TASK, identity.lengthen(Kind.TASK, id));
    if (id.equals(identity.ofOrganization())) {
      meant.add(Kind.ORGANIZATION.number(organization.number()));
    }
    return meant;
  }

  private static void add(List<Ref<?>> meant, Kind<?> kind, OptionalLong number) {
    if (number.isPresent()) {
      meant.add(kind.number(number.getAsLong()));
    }
  }

  @Override
  public List<Name> names(Snapshot fleet, Entity record) {
    Ids ids = Ids.of(fleet.caller().organization());
    return switch (record) {
      case Task task -> ofTask(ids, task);
      case Worker worker when worker.works() ->
          List.of(
              below(WORKERS, ids.of(Kind.WORKER, worker.number())),
              below(CONTAINERS, ids.of(Kind.WORKER_CONTAINER, worker.number())));
      case Team team ->
          List.of(
              below(path("teams"), ids.of(Kind.TEAM, team.number())),
              below(CONTAINERS, ids.of(Kind.TEAM_CONTAINER, team.number())));
      case Organization organization ->
          List.of(
              new Name(ids.ofOrganization(), path("organization")),
              below(CONTAINERS, ids.of(Kind.ORGANIZATION_CONTAINER, organization.number())));
      case Administrator admin ->
          List.of(below(path("admins"), ids.of(Kind.ADMINISTRATOR, admin.number())));
      case KnownDestination place ->
          List.of(below(path("destinations"), ids.of(Kind.DESTINATION, place.number())));
      case KnownRecipient recipient ->
          List.of(below(path("recipients"), ids.of(Kind.RECIPIENT, recipient.number())));
      case RoutePlan plan ->
          List.of(below(path("routePlans"), ids.of(Kind.ROUTE_PLAN, plan.number())));
      case Hub hub -> List.of(new Name(ids.of(Kind.HUB, hub.number()), path("hubs")));
      case Webhook webhook when webhook.dialect() == Dialect.ONFLEET ->
          List.of(new Name(ids.of(Kind.WEBHOOK, webhook.number()), path("webhooks")));
      case Vehicle vehicle -> driver(fleet, vehicle).map(it -> ridden(ids, vehicle, it)).toList();
      default -> List.of();
    };
  }

  private static List<Name> ofTask(Ids ids, Task task) {
    long number = task.number();
    List<Name> names = new ArrayList<>();
    names.add(below(path("tasks"), ids.of(Kind.TASK, number)));
    names.add(below(path("tasks/shortId"), ids.identity().shorten(Kind.TASK, number)));
    task.destination()
        .filter(destination -> destination.number().isEmpty())
        .map(_ -> below(path("destinations"), ids.of(Kind.TASK_DESTINATION, number)))
        .ifPresent(names::add);
    task.recipient()
        .filter(recipient -> recipient.number().isEmpty())
        .map(_ -> below(path("recipients"), ids.of(Kind.TASK_RECIPIENT, number)))
        .ifPresent(names::add);
    return names;
  }

  /** A vehicle is shown with whoever drives it, for as long as somebody does. */
  private static Stream<Worker> driver(Snapshot fleet, Vehicle vehicle) {
    return fleet.driving(vehicle.number(), Optional.of(fleet.now()), 1).stream()
        .map(VehicleAssignment::worker)
        .flatMap(worker -> fleet.find(Kind.WORKER.number(worker)).stream())
        .filter(Worker::works)
        .filter(_ -> vehicle.archived().isEmpty())
        .filter(
            worker ->
                worker
                    .vehicle(fleet.now())
                    .filter(driven -> driven.vehicle() == vehicle.number())
                    .isPresent());
  }

  private static Name ridden(Ids ids, Vehicle vehicle, Worker worker) {
    return new Name(
        ids.of(Kind.VEHICLE, vehicle.number()),
        WORKERS + "/" + ids.of(Kind.WORKER, worker.number()));
  }

  private static String path(String resource) {
    return OnfleetFront.PREFIX + "/" + resource;
  }

  private static Name below(String path, String id) {
    return new Name(id, path + "/" + id);
  }
}
