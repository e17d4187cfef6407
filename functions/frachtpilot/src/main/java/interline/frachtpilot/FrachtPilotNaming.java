package interline.frachtpilot;

import interline.fleet.Dialect;
import interline.fleet.Entity;
import interline.fleet.Kind;
import interline.fleet.NamingByNumber;
import interline.fleet.Ref;
import interline.fleet.Snapshot;
import interline.fleet.Unique;
import interline.fleet.Worker;
import java.util.List;
import java.util.Map;

/** FrachtPilot's names: each object under its own number, and customers under theirs too. */
public final class FrachtPilotNaming extends NamingByNumber {

  public FrachtPilotNaming() {
    super(
        Dialect.FRACHTPILOT,
        Map.of(
            Kind.RECIPIENT, "/api_v2/accounts",
            Kind.TASK, "/api_v2/orders",
            Kind.ROUTE_PLAN, "/api_v2/tours",
            Kind.WORKER, "/api_v2/users"),
        FrachtPilotNaming::shows);
  }

  @Override
  public List<Ref<?>> known(Snapshot fleet, String id) {
    return fleet.holder(Kind.RECIPIENT, Unique.customerNumber(id)).<Ref<?>>map(ref -> ref).stream()
        .toList();
  }

  private static boolean shows(Entity record) {
    return !(record instanceof Worker worker) || worker.archived().isEmpty();
  }
}
