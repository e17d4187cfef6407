package interline.onfleet;

import interline.fleet.Container;
import interline.fleet.Failure;
import interline.fleet.Identity;
import interline.fleet.Kind;
import interline.gateway.Call;
import interline.gateway.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Containers by the identifiers of their owners, and by their own. */
record ContainerIds(Ids ids, long organization) {

  static ContainerIds of(Call call) {
    return new ContainerIds(Ids.of(call), call.caller().organization().number());
  }

  /** What a container itself is called. */
  String of(Container container) {
    return switch (container) {
      case Container.OfOrganization _ -> ids.of(Kind.ORGANIZATION_CONTAINER, organization);
      case Container.OfTeam(long team) -> ids.of(Kind.TEAM_CONTAINER, team);
      case Container.OfWorker(long worker) -> ids.of(Kind.WORKER_CONTAINER, worker);
    };
  }

  /** The container that an identifier names, if it names one of the caller's. */
  Optional<Container> find(String id) {
    return ids.find(id, Kind.WORKER_CONTAINER)
        .<Container>map(Container.OfWorker::new)
        .or(() -> ids.find(id, Kind.TEAM_CONTAINER).map(Container.OfTeam::new))
        .or(
            () ->
                ids.find(id, Kind.ORGANIZATION_CONTAINER)
                    .filter(number -> number == organization)
                    .map(_ -> Container.organization()));
  }

  /**
   * The container of an owner.
   *
   * @param type the kind of owner, in the plural or not
   * @throws Refusal if there is no such type, or the identifier cannot be one
   * @throws Failure.NotFound if it names no owner of this type
   */
  Container owned(String type, String owner) {
    if (!Ids.wellFormed(owner)) {
      throw Refusal.content(owner + " is not an ObjectId.");
    }
    return switch (type) {
      case "workers", "worker" -> new Container.OfWorker(ids.require(owner, Kind.WORKER));
      case "teams", "team" -> new Container.OfTeam(ids.require(owner, Kind.TEAM));
      case "organizations", "organization" -> ofOrganization(owner);
      default -> throw Refusal.content("There are no containers of " + type + ".");
    };
  }

  private Container ofOrganization(String owner) {
    OptionalLong number = Identity.organization(owner);
    if (number.isEmpty() || number.getAsLong() != organization) {
      throw new Failure.NotFound(Kind.ORGANIZATION);
    }
    return Container.organization();
  }

  /** Any container, by its owner or by itself. */
  Container any(String id) {
    if (!Ids.wellFormed(id)) {
      throw Refusal.content(id + " is not an ObjectId.");
    }
    return find(id)
        .or(() -> ids.find(id, Kind.WORKER).map(Container.OfWorker::new))
        .or(() -> ids.find(id, Kind.TEAM).map(Container.OfTeam::new))
        .orElseGet(() -> ofOrganization(id));
  }

  /** The container that a task is to be put into, as its body says it. */
  Optional<Container> read(Fields body) {
    return body.object("container")
        .map(
            said -> {
              String type =
                  said.required(
                      "type",
                      (fields, name) ->
                          fields.word(
                              name,
                              Map.of(
                                  "WORKER",
                                  "worker",
                                  "TEAM",
                                  "team",
                                  "ORGANIZATION",
                                  "organization")));
              return type.equals("organization") && !said.has("organization")
                  ? Container.organization()
                  : owned(type, said.required(type, Fields::text));
            });
  }
}
