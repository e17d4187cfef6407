package interline.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Dialect;
import interline.fleet.Identity;
import interline.fleet.Kind;
import interline.local.Http.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * One fleet: what any dialect makes, every other one that knows such a thing reads, changes and
 * removes, and none takes away what it has no words for.
 */
class MatrixContractTest {

  private static final Path README = Path.of("../../README.md");

  private static final Map<Dialect, String> NAMES =
      new EnumMap<>(
          Map.of(
              Dialect.FIELDOPT, "FieldOpt",
              Dialect.FLEETIO, "Fleetio",
              Dialect.ONFLEET, "Onfleet",
              Dialect.TRIMBLE, "Trimble",
              Dialect.FRACHTPILOT, "FrachtPilot"));

  /** When something was changed is told by each dialect, and changes with each change. */
  private static final Set<String> STAMPS =
      Set.of("updated_at", "timeLastModified", "modifiedOn", "updatedAt");

  private static final String PLACE =
      """
      {"address":{"number":"12","street":"Analytical Row","city":"London","country":"UK"},
       "location":[-0.12,51.5]}\
      """;
  private static final String DAY = "2027-03-09";

  private final Tenant tenant = TestServer.tenant();
  private final Identity identity = new Identity(tenant.id());
  private final Http fieldOpt = Http.fieldOpt(tenant);
  private final Http fleetio = Http.fleetio(tenant);
  private final Http onfleet = Http.onfleet(tenant);
  private final Http trimble = Http.trimble(tenant);
  private final Http frachtPilot = Http.frachtPilot(tenant);
  private int made;

  /** What can be done, or in a word why not. */
  private sealed interface Way<T> {
    record Open<T>(T how) implements Way<T> {}

    record None<T>(String reason) implements Way<T> {}
  }

  /**
   * What one dialect does with a kind of record, by its number in the fleet.
   *
   * @param make answers the number of a new record, of which all is said that the dialect can say
   * @param read empty if the record is not there
   * @param change makes something else of it that the kind says may become so, and nothing more
   */
  private record Hand(
      Dialect dialect,
      Way<Make> make,
      LongFunction<Optional<JsonNode>> read,
      Way<LongFunction<Reply>> change,
      Way<LongFunction<Reply>> remove) {

    Hand keeping(String reason) {
      return new Hand(dialect, make, read, change, new Way.None<>(reason));
    }
  }

  private interface Make {
    long record();
  }

  /**
   * A kind of record.
   *
   * @param changes what becomes different of it in each dialect when it is changed, by any
   */
  private record Thing(String name, Set<String> changes, List<Hand> hands) {}

  @Test
  void whatOneDialectMakesAllOthersReadChangeAndRemoveWithoutLoss() throws IOException {
    List<String> lost = new ArrayList<>();
    StringBuilder table = new StringBuilder("| What | made by |");
    NAMES.values().forEach(name -> table.append(" ").append(name).append(" |"));
    table.append("\n| --- | --- |").append(" --- |".repeat(NAMES.size())).append("\n");

    for (Thing thing : List.of(people(), tasks(), vehicles(), customers(), groups(), tours())) {
      for (Hand maker : thing.hands()) {
        if (maker.make() instanceof Way.Open<Make>(Make make)) {
          table.append("| %s | %s |".formatted(thing.name(), NAMES.get(maker.dialect())));
          for (Dialect dialect : NAMES.keySet()) {
            String cell =
                thing.hands().stream()
                    .filter(hand -> hand.dialect() == dialect)
                    .findFirst()
                    .map(hand -> done(thing, maker, make, hand, lost))
                    .orElseGet(() -> "— (" + missing(thing.name(), dialect) + ")");
            table.append(" ").append(cell).append(" |");
          }
          table.append("\n");
        }
      }
    }

    System.out.println(table);
    assertThat(lost).isEmpty();
    assertThat(Files.readString(README)).contains(table);
  }

  private static String done(Thing thing, Hand maker, Make make, Hand hand, List<String> lost) {
    String what =
        "%s of %s by %s"
            .formatted(thing.name(), NAMES.get(maker.dialect()), NAMES.get(hand.dialect()));
    long number = make.record();
    JsonNode before = maker.read().apply(number).orElseThrow(() -> new AssertionError(what));
    Optional<JsonNode> seen = hand.read().apply(number);
    if (seen.isEmpty()) {
      lost.add(what + " is not read");
      return "— (hidden)";
    }
    String changed =
        switch (hand.change()) {
          case Way.None<LongFunction<Reply>>(String reason) -> "— (" + reason + ")";
          case Way.Open<LongFunction<Reply>>(LongFunction<Reply> change) -> {
            Reply reply = change.apply(number);
            if (reply.status() >= 300) {
              lost.add(what + " is not changed: " + reply.status() + reply.text());
            }
            Set<String> here = different(seen.get(), hand.read().apply(number).orElseThrow());
            here.removeAll(STAMPS);
            if (here.isEmpty()) {
              lost.add(what + " stays as it was");
            }
            Set<String> there = different(before, maker.read().apply(number).orElseThrow());
            there.removeAll(STAMPS);
            there.removeAll(thing.changes());
            if (hand.dialect() != maker.dialect() && !there.isEmpty()) {
              lost.add(
                  what
                      + " loses "
                      + there
                      + " of "
                      + before
                      + ", which is "
                      + maker.read().apply(number).orElseThrow());
            }
            yield "changed";
          }
        };
    String removed =
        switch (hand.remove()) {
          case Way.None<LongFunction<Reply>>(String reason) -> "— (" + reason + ")";
          case Way.Open<LongFunction<Reply>>(LongFunction<Reply> remove) -> {
            long other = make.record();
            Reply reply = remove.apply(other);
            if (reply.status() >= 300) {
              lost.add(what + " is not removed: " + reply.status() + reply.text());
            }
            if (maker.read().apply(other).filter(MatrixContractTest::open).isPresent()) {
              lost.add(what + " is still there");
            }
            yield "removed";
          }
        };
    return "read, " + changed + ", " + removed;
  }

  /** Why a dialect has no hand in a kind of record. */
  private static String missing(String thing, Dialect dialect) {
    return switch (thing + " " + dialect) {
      case "vehicle ONFLEET" -> "with its driver";
      case "group TRIMBLE" -> "never shown";
      default -> "unknown";
    };
  }

  /** A task that is called off is as good as gone to those who cannot remove it. */
  private static boolean open(JsonNode record) {
    return !record.path("status").asText().equals("cancelled")
        && record.path("state").asInt() != 3
        && record.path("archived_at").asText("null").equals("null");
  }

  private Thing people() {
    return new Thing(
        "worker",
        // A name is one text to some and several to others; who has a break has it everywhere.
        Set.of(
            "name",
            "displayName",
            "first_name",
            "middle_name",
            "last_name",
            "firstName",
            "lastName",
            "status",
            "onDuty"),
        List.of(
            new Hand(
                Dialect.FIELDOPT,
                new Way.Open<>(
                    () ->
                        number(
                            fieldOpt.post(
                                "/technicians",
                                """
                                {"name":"Ella Fitz","skills":["install"],"phone":"555-0101",
                                 "capacity":5}\
                                """))),
                number -> found(fieldOpt.get("/technicians/" + number)),
                new Way.Open<>(
                    number ->
                        fieldOpt.patch(
                            "/technicians/" + number + "/status", "{\"status\":\"on_break\"}")),
                new Way.None<>("no call")),
            fleetio(
                "/contacts",
                () ->
                    """
                    {"first_name":"Ada","middle_name":"King","last_name":"Byron",
                     "email":"ada%d@example.org","mobile_phone_number":"555-0102",
                     "technician":true,"vehicle_operator":true,"city":"London",
                     "job_title":"Countess","license_number":"L-1",
                     "hourly_labor_rate_cents":1200}\
                    """
                        .formatted(next()),
                "{\"first_name\":\"Maria\"}"),
            onfleet(Kind.WORKER, "/workers", this::onfleetWorker, "{\"name\":\"Grace Murray\"}"),
            trimble(
                "/drivers",
                "driverId",
                () -> "[{\"driverId\":\"K-%d\",\"Name\":\"Oda Brandt\"}]".formatted(next()),
                "Tom Reed"),
            frachtPilot(
                "/users",
                () ->
                    """
                    {"firstName":"Eva","lastName":"Lind","email":"eva%s%d@example.org",
                     "roles":["driver","picker"],"rights":["accounts.read"]}\
                    """
                        .formatted(tenant.secret(), next()),
                "{\"firstName\":\"Ines\"}")));
  }

  private String onfleetWorker() {
    long team = number(Kind.TEAM, onfleet.post("/teams", "{\"name\":\"T%d\"}".formatted(next())));
    return """
    {"name":"Bo Diaz","displayName":"Bo","phone":"+1415555%04d","teams":["%s"],
     "capacity":7,"additionalCapacities":{"capacityA":1,"capacityB":2,"capacityC":3},
     "vehicle":{"type":"CAR","description":"Old","licensePlate":"B-%d","color":"red"},
     "metadata":[{"name":"shoe","type":"number","value":42,"visibility":["api"]}]}\
    """
        .formatted(1000 + next(), id(Kind.TEAM, team), next());
  }

  private Thing tasks() {
    return new Thing(
        "task",
        // What is noted down is the note of all who have one; FieldOpt has a day instead.
        Set.of("notes", "note", "scheduled_date", "deliveryDate"),
        List.of(
            new Hand(
                Dialect.FIELDOPT,
                new Way.Open<>(
                    () ->
                        number(
                            fieldOpt.post(
                                "/jobs",
                                """
                                {"type":"install","customer":"Acme Corp","address":"123 Main St",
                                 "skills_required":["install"],"scheduled_date":"2027-03-09",
                                 "time_slot":"09:00-11:00"}\
                                """))),
                number -> found(fieldOpt.get("/jobs/" + number)),
                new Way.Open<>(
                    number ->
                        fieldOpt.patch("/jobs/" + number, "{\"scheduled_date\":\"2027-04-01\"}")),
                new Way.Open<>(number -> fieldOpt.post("/jobs/" + number + "/cancel", ""))),
            onfleet(
                Kind.TASK,
                "/tasks",
                () ->
                    """
                    {"destination":%s,"notes":"Ring","quantity":2,"serviceTime":4,
                     "additionalQuantities":{"quantityB":1.5},"pickupTask":true,
                     "recipients":[{"name":"Al","phone":"+1415556%04d","notes":"x"}],
                     "completeAfter":4070908800000,"completeBefore":4070912400000,
                     "recipientName":"Alfred","appearance":{"triangleColor":3},
                     "metadata":[{"name":"box","type":"string","value":"blue"}]}\
                    """
                        .formatted(PLACE, 1000 + next()),
                "{\"notes\":\"Ring twice\"}"),
            frachtPilot(
                "/orders",
                () ->
                    """
                    {"account":%d,"deliveryDate":"%s","deliveryFee":"2.50",
                     "billing":"single","note":"Gate","positions":[
                      {"articleNumber":"E-1","name":"Eggs","quantity":2,"unit":"Box",
                       "unitPrice":"3.50","taxRate":19}]}\
                    """
                        .formatted(number(frachtPilot.post("/accounts", account())), DAY),
                "{\"note\":\"Back door\"}")));
  }

  private Thing vehicles() {
    return new Thing(
        "vehicle",
        // Trimble's second name is its own; the others change the colour.
        Set.of("color"),
        List.of(
            fleetio(
                "/vehicles",
                () ->
                    """
                    {"name":"Van %1$d","primary_meter_unit":"km","vehicle_type_id":3,
                     "vehicle_status_id":1,"vin":"VIN%1$d","license_plate":"B-%1$d",
                     "make":"Ford","model":"Transit","year":2021,"color":"white",
                     "trim":"XL","external_ids":{"erp":"E%1$d"}}\
                    """
                        .formatted(next()),
                "{\"color\":\"blue\"}"),
            trimble(
                "/vehicles",
                "vehicleId",
                () -> "[{\"vehicleId\":\"Truck-%d\",\"Name\":\"Big\"}]".formatted(next()),
                "Small")));
  }

  private Thing customers() {
    return new Thing(
        "customer",
        Set.of("name", "firstName", "lastName", "notes", "note"),
        List.of(
            onfleet(
                    Kind.RECIPIENT,
                    "/recipients",
                    () ->
                        """
                        {"name":"Lu Moll","phone":"+1415557%04d","notes":"Knock",
                         "skipSMSNotifications":true,
                         "metadata":[{"name":"vip","type":"boolean","value":true}]}\
                        """
                            .formatted(1000 + next()),
                    "{\"notes\":\"Ring\"}")
                .keeping("no call"),
            frachtPilot("/accounts", this::account, "{\"note\":\"Bell\"}")));
  }

  private String account() {
    return """
    {"type":"private","customerNumber":"C-%d","salutation":"Frau","firstName":"Jo",
     "lastName":"Moll","email":"jo@example.org","phone":"+4925041234","street":"Am Hof",
     "houseNumber":"3","zip":"48291","city":"Telgte","latitude":51.9,"longitude":7.7,
     "invoiceType":"gross","billingInterval":"weekly","timeFrom":"08:00","timeTo":"12:00",
     "extraStopMinutes":5,"baseTour":"North","priority":1,"attributes":{"dog":"yes"},
     "note":"Dog"}\
    """
        .formatted(next());
  }

  private Thing groups() {
    return new Thing(
        "group",
        Set.of("name"),
        List.of(
            fleetio(
                "/groups", () -> "{\"name\":\"G%d\"}".formatted(next()), "{\"name\":\"Hanse\"}")));
  }

  private Thing tours() {
    return new Thing(
        "tour",
        Set.of("name"),
        List.of(
            onfleet(
                Kind.ROUTE_PLAN,
                "/routePlans",
                () ->
                    """
                    {"name":"North","startTime":4000000000000,"endTime":4000007200000}\
                    """,
                "{\"name\":\"West\"}"),
            frachtPilot(
                "/tours",
                () ->
                    """
                    {"name":"North","date":"%s","departureTime":"07:30",
                     "vehicle":"Van %d","baseTour":"Base",
                     "startPoint":{"name":"Farm","latitude":51.9,"longitude":7.7}}\
                    """
                        .formatted(DAY, next()),
                "{\"name\":\"South\"}")));
  }

  private Hand fleetio(String path, Supplier<String> fresh, String change) {
    return byNumber(Dialect.FLEETIO, fleetio, path, fresh, change);
  }

  private Hand frachtPilot(String path, Supplier<String> fresh, String change) {
    return byNumber(Dialect.FRACHTPILOT, frachtPilot, path, fresh, change);
  }

  private static Hand byNumber(
      Dialect dialect, Http client, String path, Supplier<String> fresh, String change) {
    return new Hand(
        dialect,
        new Way.Open<>(() -> number(client.post(path, fresh.get()))),
        number -> found(client.get(path + "/" + number)),
        new Way.Open<>(number -> client.patch(path + "/" + number, change)),
        new Way.Open<>(number -> client.delete(path + "/" + number)));
  }

  private Hand onfleet(Kind<?> kind, String path, Supplier<String> fresh, String change) {
    return new Hand(
        Dialect.ONFLEET,
        new Way.Open<>(() -> number(kind, onfleet.post(path, fresh.get()))),
        number -> found(onfleet.get(path + "/" + id(kind, number))),
        new Way.Open<>(number -> onfleet.put(path + "/" + id(kind, number), change)),
        new Way.Open<>(number -> onfleet.delete(path + "/" + id(kind, number))));
  }

  /** Trimble shows a record among all of its kind, and knows it by what its owner calls it. */
  private Hand trimble(String path, String name, Supplier<String> fresh, String secondName) {
    return new Hand(
        Dialect.TRIMBLE,
        new Way.Open<>(() -> trimble.post(path, fresh.get()).json().at("/data/0/Id").longValue()),
        number -> listed(path, number),
        new Way.Open<>(
            number ->
                trimble.put(
                    path,
                    "[{\"%s\":\"%s\",\"Name\":\"%s\"}]"
                        .formatted(name, called(path, number, name), secondName))),
        new Way.Open<>(
            number ->
                trimble.delete(
                    path + "?" + name + "=" + called(path, number, name).replace(" ", "%20"))));
  }

  private int next() {
    return ++made;
  }

  private String id(Kind<?> kind, long number) {
    return identity.encode(kind, number);
  }

  private static long number(Reply made) {
    assertThat(made.status()).as(made.text()).isBetween(200, 201);
    return made.json().path("id").longValue();
  }

  private long number(Kind<?> kind, Reply made) {
    assertThat(made.status()).as(made.text()).isEqualTo(200);
    return identity.decode(kind, made.json().path("id").textValue()).orElseThrow();
  }

  private static Optional<JsonNode> found(Reply reply) {
    return reply.status() == 404 ? Optional.empty() : Optional.of(ok(reply));
  }

  private static JsonNode ok(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  private Optional<JsonNode> listed(String path, long number) {
    for (JsonNode each : ok(trimble.get(path + "?limit=1000")).path("data")) {
      if (each.path("id").longValue() == number) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private String called(String path, long number, String member) {
    return listed(path, number).orElseThrow().path(member).textValue();
  }

  /** What a task shows inside of it is stamped as the task is. */
  private static String unstamped(JsonNode value) {
    return value.toString().replaceAll("\"timeLastModified\":\\d+", "");
  }

  /** The members that are not the same any more. */
  private static Set<String> different(JsonNode before, JsonNode after) {
    Map<String, JsonNode> left = new LinkedHashMap<>();
    before.properties().forEach(member -> left.put(member.getKey(), member.getValue()));
    Set<String> different = new TreeSet<>();
    after
        .properties()
        .forEach(
            member -> {
              JsonNode was = left.remove(member.getKey());
              if (was == null || !unstamped(member.getValue()).equals(unstamped(was))) {
                different.add(member.getKey());
              }
            });
    different.addAll(left.keySet());
    return different;
  }
}
