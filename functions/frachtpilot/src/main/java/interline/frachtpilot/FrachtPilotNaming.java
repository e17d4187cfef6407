package interline.frachtpilot;

import interline.fleet.Dialect;
import interline.fleet.Kind;
import interline.fleet.NamingByNumber;
import interline.fleet.Ref;
import interline.fleet.Snapshot;
import interline.fleet.Unique;
import java.util.List;
import java.util.Map;

/** FrachtPilot's names: those of users, orders, accounts and tours. */
public final class FrachtPilotNaming extends NamingByNumber {

  public FrachtPilotNaming() {
    super(
        Dialect.FRACHTPILOT,
        Map.of(
            Kind.WORKER, "/api_v2/users",
            Kind.TASK, "/api_v2/orders",
            Kind.RECIPIENT, "/api_v2/accounts",
            Kind.ROUTE_PLAN, "/api_v2/tours"),
        _ -> true);
  }

  /** Customers have numbers that somebody gave them. */
  @Override
  public List<Ref<?>> known(Snapshot fleet, String id) {
    return fleet
        .holder(Kind.RECIPIENT, Unique.customerNumber(id))
        .<List<Ref<?>>>map(List::of)
        .orElse(List.of());
  }
}
