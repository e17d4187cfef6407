package interline.fleetio;

import interline.fleet.CatalogueEntry;
import interline.fleet.Catalogues;
import interline.fleet.Kind;
import interline.fleet.Ref;
import interline.fleet.Snapshot;
import interline.fleet.VehicleCatalogue;
import interline.fleet.Vehicles;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Routes;
import interline.gateway.Wiring;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The endpoints that all catalogues have in common. */
final class CatalogueEndpoints {

  private final String resource;
  private final Kind<CatalogueEntry> kind;
  private final RecordList<CatalogueEntry> list;

  CatalogueEndpoints(String resource, Kind<CatalogueEntry> kind) {
    this.resource = resource;
    this.kind = kind;
    this.list =
        RecordList.of(kind)
            .filter("name", Filter.text(it -> Optional.of(it.name()), Operator.LIKE, Operator.EQ))
            .beginningWith(VehicleCatalogue.builtIn(kind))
            .build();
  }

  Front front(Wiring wiring) {
    return FleetioFront.of(wiring, resource).routing(routes());
  }

  private Routes routes() {
    return FleetioFront.routes(resource)
        .get("", call -> list.answer(call, (fleet, entries) -> shown(call, fleet, entries)))
        .post("", this::create)
        .get("/{id}", this::show)
        .patch("/{id}", this::update)
        .put("/{id}", this::update)
        .delete("/{id}", this::delete)
        .build();
  }

  private Answer create(Call call) {
    Attributes said = Attributes.of(call);
    CatalogueEntry.Revision draft = read(said);
    CatalogueEntry entry =
        call.commit(Unreadable.unless(said.errors(), Catalogues.create(kind, draft)));
    return Answer.created(shown(call, call.fleet(), List.of(entry)).getFirst())
        .header("Location", call.request().path() + "/" + entry.number());
  }

  private Answer show(Call call) {
    Snapshot fleet = call.fleet();
    return Answer.ok(shown(call, fleet, List.of(Catalogues.get(fleet, ref(call)))).getFirst());
  }

  private Answer update(Call call) {
    Attributes said = Attributes.of(call);
    CatalogueEntry.Revision revision = read(said);
    CatalogueEntry entry =
        call.commit(Unreadable.unless(said.errors(), Catalogues.revise(ref(call), revision)));
    return Answer.ok(shown(call, call.fleet(), List.of(entry)).getFirst());
  }

  private Answer delete(Call call) {
    CatalogueEntry _ = call.commit(Catalogues.remove(ref(call)));
    return Answer.noContent();
  }

  private Ref<CatalogueEntry> ref(Call call) {
    return kind.number(call.id("id"));
  }

  private static CatalogueEntry.Revision read(Attributes said) {
    return new CatalogueEntry.Revision(said.text("name"), said.text("color"), said.flag("default"));
  }

  private List<Map<String, Object>> shown(Call call, Snapshot fleet, List<CatalogueEntry> entries) {
    boolean types = kind.equals(Kind.VEHICLE_TYPE);
    Map<String, Long> figures = types ? fleet.counts(Kind.VEHICLE) : Map.of();
    boolean own =
        entries.stream().anyMatch(entry -> entry.preferred() && isBuiltIn(entry))
            && Catalogues.preferOwn(fleet, kind);
    return entries.stream()
        .map(
            entry -> {
              Map<String, Object> shown = shown(call, entry);
              shown.put("default", entry.preferred() && !(own && isBuiltIn(entry)));
              if (types) {
                long all = figures.getOrDefault(Vehicles.ofType(entry.number()), 0L);
                long archived = figures.getOrDefault(Vehicles.archivedOfType(entry.number()), 0L);
                shown.put("unarchived_vehicles_count", all - archived);
                shown.put("vehicles_count", all);
              }
              return shown;
            })
        .toList();
  }

  private Map<String, Object> shown(Call call, CatalogueEntry entry) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", entry.number());
    shown.put("created_at", Times.of(call).at(entry.stamp().created()));
    shown.put("updated_at", Times.of(call).at(entry.stamp().changed()));
    shown.put("account_id", call.caller().organization().number());
    shown.put("name", entry.name());
    if (!kind.equals(Kind.VEHICLE_TYPE) && !kind.equals(Kind.FUEL_TYPE)) {
      shown.put("color", entry.color());
    }
    if (kind.equals(Kind.VEHICLE_STATUS)) {
      shown.put("position", entry.number());
    }
    return shown;
  }

  private boolean isBuiltIn(CatalogueEntry entry) {
    return VehicleCatalogue.builtIn(kind).contains(entry);
  }
}
