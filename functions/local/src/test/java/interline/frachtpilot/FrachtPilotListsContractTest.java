package interline.frachtpilot;

import static org.assertj.core.api.Assertions.assertThat;

import interline.fleet.Container;
import interline.fleet.Details;
import interline.fleet.Metadata;
import interline.fleet.Task;
import interline.fleet.Tasks;
import interline.fleet.Terms;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.Tenant;
import interline.local.TestServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is asked of orders and tours as collections: frachtpilot §5.4, §6.2, §6.3. */
class FrachtPilotListsContractTest {

  private static final String POSITIONS =
      "\"positions\":[{\"name\":\"Eggs\",\"quantity\":2,\"unitPrice\":\"3.50\"}]";

  private final Tenant tenant = TestServer.tenant();
  private final Http admin = Http.frachtPilot(tenant);

  private long made(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply.json().path("id").longValue();
  }

  private long account(String name) {
    return made(admin.post("/accounts", "{\"lastName\":\"" + name + "\"}"));
  }

  private long order(long account, String day, String shipping) {
    return made(
        admin.post(
            "/orders",
            "{\"account\":%d,\"deliveryDate\":\"%s\",\"shipping\":\"%s\",%s}"
                .formatted(account, day, shipping, POSITIONS)));
  }

  private long tour(String day, String time, String more) {
    return made(
        admin.post(
            "/tours", "{\"date\":\"%s\",\"departureTime\":\"%s\"%s}".formatted(day, time, more)));
  }

  private List<Long> ids(String query) {
    Reply reply = admin.get(query.replace("[", "%5B").replace("]", "%5D"));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    List<Long> ids = new ArrayList<>();
    reply.json().forEach(it -> ids.add(it.path("id").longValue()));
    return ids;
  }

  // frachtpilot §5.4: order[id]=asc is the default
  @Test
  void ordersAreListedByIdWhateverBecameOfThem() {
    long account = account("Moll");
    List<Long> orders = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      orders.add(order(account, "2027-03-09", "pickup"));
    }
    assertThat(admin.patch("/orders/" + orders.get(1), "{\"status\":\"delivered\"}").status())
        .isEqualTo(200);
    assertThat(admin.patch("/orders/" + orders.get(0), "{\"status\":\"cancelled\"}").status())
        .isEqualTo(200);

    assertThat(ids("/orders")).isEqualTo(orders);
    assertThat(ids("/orders?order[id]=desc")).isEqualTo(orders.reversed());
    assertThat(ids("/orders?order[orderNumber]=desc&itemsPerPage=3&page=2"))
        .containsExactly(orders.getFirst());
    assertThat(ids("/orders?itemsPerPage=3&page=2")).containsExactly(orders.getLast());
    assertThat(admin.delete("/orders/" + orders.get(2)).status()).isEqualTo(204);
    assertThat(ids("/orders")).containsExactly(orders.get(0), orders.get(1), orders.get(3));
  }

  // frachtpilot §6.2: filters and orders
  @Test
  void ordersAreFilteredAndOrdered() {
    long moll = account("Moll");
    long ebers = account("Ebers");
    long first = order(moll, "2027-03-10", "tour");
    long second = order(ebers, "2027-03-09", "pickup");
    long third = order(moll, "2027-03-09", "tour");
    long fourth = order(moll, "2027-03-11", "pickup");
    long tour = tour("2027-03-09", "07:30", "");
    assertThat(admin.put("/tours/" + tour + "/stops", "[" + third + "]").status()).isEqualTo(200);
    admin.patch("/orders/" + second, "{\"status\":\"delivered\"}");
    admin.patch("/orders/" + fourth, "{\"status\":\"cancelled\"}");
    long elsewhere = madeElsewhere();

    assertThat(ids("/orders?account=" + moll)).containsExactly(first, third, fourth);
    assertThat(ids("/orders?account=/api_v2/customers/" + ebers)).containsExactly(second);
    assertThat(ids("/orders?status=open")).containsExactly(first, elsewhere);
    assertThat(ids("/orders?status=planned")).containsExactly(third);
    assertThat(ids("/orders?status=in_delivery")).isEmpty();
    assertThat(ids("/orders?status=delivered")).containsExactly(second);
    assertThat(ids("/orders?status=cancelled")).containsExactly(fourth);
    assertThat(ids("/orders?status=lost")).isEmpty();
    assertThat(ids("/orders?tour=/api_v2/tours/" + tour)).containsExactly(third);
    assertThat(ids("/orders?tour=999999")).isEmpty();
    assertThat(ids("/orders?orderNumber=B" + (10_000 + third))).containsExactly(third);
    assertThat(ids("/orders?orderNumber=B" + (10_000 + third) + "&status=open")).isEmpty();
    assertThat(ids("/orders?orderNumber=none")).isEmpty();
    assertThat(ids("/orders?deliveryDate=2027-03-09")).containsExactly(second, third, elsewhere);
    assertThat(ids("/orders?deliveryDate=2027-03-09&status=planned")).containsExactly(third);
    assertThat(ids("/orders?deliveryDate[after]=2027-03-10")).containsExactly(first, fourth);
    assertThat(ids("/orders?deliveryDate[strictly_after]=2027-03-10")).containsExactly(fourth);
    assertThat(ids("/orders?deliveryDate[before]=2027-03-10"))
        .containsExactly(first, second, third, elsewhere);
    assertThat(ids("/orders?deliveryDate[after]=2027-03-10&deliveryDate[before]=2027-03-10"))
        .containsExactly(first);
    assertThat(ids("/orders?order[deliveryDate]=desc"))
        .containsExactly(fourth, first, second, third, elsewhere);
    assertThat(ids("/orders?invoiceStatus=fixed")).isEmpty();
    assertThat(ids("/orders?updatedAt[after]=2999-01-01")).isEmpty();
    assertThat(ids("/orders?updatedAt[after]=2020-01-01&itemsPerPage=2&page=3"))
        .containsExactly(elsewhere);
    assertThat(admin.get("/orders?deliveryDate=tomorrow").status()).isEqualTo(400);
    assertThat(admin.get("/orders?order%5Bstatus%5D=asc").status()).isEqualTo(400);
  }

  /** A task that is to be done by a moment of that day, and is scheduled for none. */
  private long madeElsewhere() {
    Terms terms =
        new Terms(
            Optional.empty(),
            Optional.of(Instant.parse("2027-03-09T10:00:00Z")),
            false,
            "",
            Terms.Quantity.NONE,
            0);
    return TestServer.store()
        .commit(
            tenant.caller(),
            Tasks.create(
                new Task.Draft(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    terms,
                    List.of(),
                    Container.organization(),
                    Optional.empty(),
                    Metadata.NONE,
                    Details.NONE)))
        .number();
  }

  // frachtpilot §6.3: filters and orders
  @Test
  void toursAreFilteredAndOrdered() {
    long driver =
        made(
            admin.post(
                "/users", "{\"firstName\":\"Ina\",\"lastName\":\"B\",\"roles\":[\"driver\"]}"));
    long late = tour("2027-03-10", "00:00", ",\"vehicle\":\"MS-AB 1\"");
    long noon = tour("2027-03-09", "23:59", ",\"driver\":" + driver);
    long early = tour("2027-03-09", "00:00", ",\"baseTour\":\"North\"");
    admin.patch("/tours/" + early, "{\"status\":\"cancelled\"}");

    assertThat(ids("/tours")).containsExactly(late, noon, early);
    assertThat(ids("/tours?date=2027-03-09")).containsExactly(noon, early);
    assertThat(ids("/tours?date=2027-03-08")).isEmpty();
    assertThat(ids("/tours?date[after]=2027-03-10")).containsExactly(late);
    assertThat(ids("/tours?date[before]=2027-03-09")).containsExactly(noon, early);
    assertThat(ids("/tours?date[strictly_before]=2027-03-09")).isEmpty();
    assertThat(ids("/tours?driver=/api_v2/users/" + driver)).containsExactly(noon);
    assertThat(ids("/tours?driver=" + driver + "&date=2027-03-10")).isEmpty();
    assertThat(ids("/tours?vehicle=MS-AB%201")).containsExactly(late);
    assertThat(ids("/tours?status=cancelled")).containsExactly(early);
    assertThat(ids("/tours?baseTour=North")).containsExactly(early);
    assertThat(ids("/tours?order[date]=asc")).containsExactly(noon, early, late);
    assertThat(ids("/tours?order[departureTime]=asc")).containsExactly(late, early, noon);
    assertThat(admin.patch("/tours/" + noon, "{\"date\":\"2027-03-11\"}").status()).isEqualTo(200);
    assertThat(ids("/tours?date=2027-03-09")).containsExactly(early);
    assertThat(ids("/tours?date=2027-03-11")).containsExactly(noon);
  }

  // frachtpilot §6.5: poll with updatedAt[after]
  @Test
  void whatChangedIsFoundByWhen() {
    long moll = account("Moll");
    long ebers = account("Ebers");
    String changed = admin.get("/accounts/" + ebers).json().path("updatedAt").textValue();
    String at = changed.replace("+", "%2B");

    assertThat(ids("/accounts?updatedAt[after]=" + at)).contains(ebers);
    assertThat(ids("/accounts?updatedAt[before]=" + at)).containsExactly(moll, ebers);
    assertThat(ids("/accounts?updatedAt[strictly_after]=" + at)).isEmpty();
    assertThat(ids("/accounts?updatedAt[before]=2020-01-01")).isEmpty();
    assertThat(ids("/accounts?updatedAt[after]=2020-01-01&lastName=ebe")).containsExactly(ebers);
  }
}
