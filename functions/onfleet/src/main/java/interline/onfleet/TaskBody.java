package interline.onfleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import interline.fleet.Container;
import interline.fleet.Details;
import interline.fleet.Geocoder;
import interline.fleet.Kind;
import interline.fleet.KnownDestination;
import interline.fleet.KnownRecipient;
import interline.fleet.Metadata;
import interline.fleet.Said;
import interline.fleet.Stop;
import interline.fleet.Stop.Named;
import interline.fleet.Task;
import interline.fleet.Terms;
import interline.fleet.Terms.Quantity;
import interline.gateway.Call;
import interline.gateway.Expected;
import interline.gateway.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A task as Onfleet's clients write one. */
record TaskBody(Call call, Fields body, Supplier<Geocoder> geocoder) {

  /** What only Onfleet says of a task, each kept under its own name. */
  static final String DETAIL = "onfleet.";

  static final String CUSTOM_FIELDS = DETAIL + "customFields";

  static final List<String> OVERRIDES =
      List.of(
          "recipientName",
          "recipientNotes",
          "recipientSkipSMSNotifications",
          "useMerchantForProxy");

  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_NOTES = 10_000;
  private static final int LONGEST_BARCODE = 500;
  private static final int MOST_BARCODES = 100;
  private static final int COLORS = 3;

  /** The latest moment that is one, in milliseconds. */
  private static final long LATEST = 8_640_000_000_000_000L;

  Task.Draft draft() {
    if (body.node("destination").isEmpty()) {
      throw body.bad("destination", Expected.Form.PRESENT);
    }
    own("merchant");
    own("executor");
    Map<String, Object> details = new LinkedHashMap<>();
    details().forEach((name, value) -> value.ifPresent(it -> details.put(name, it)));
    labels().forEach((name, value) -> value.ifPresent(it -> details.put(name, it)));
    return new Task.Draft(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Terms.NONE.revised(terms()),
        dependencies().orElse(List.of()),
        ContainerIds.of(call).read(body).orElseGet(Container::organization),
        Optional.empty(),
        MetadataBody.created(body),
        new Details(details));
  }

  Task.Amendment amendment() {
    return new Task.Amendment(
        stop(),
        terms(),
        dependencies(),
        ContainerIds.of(call).read(body),
        MetadataBody.revised(body),
        details(),
        labels());
  }

  /** Where and for whom, each by its identifier or described. */
  Stop stop() {
    return new Stop(body.node("destination").map(this::destination), recipient());
  }

  private Named<KnownDestination.Draft> destination(JsonNode node) {
    if (node.isTextual()) {
      return named(node.textValue(), Kind.DESTINATION, Kind.TASK_DESTINATION);
    }
    return new Named.Described<>(
        DestinationBody.of(call, object("destination", node), geocoder.get()));
  }

  private Said<Named<KnownRecipient.Draft>> recipient() {
    Optional<JsonNode> list = body.list("recipients");
    if (list.isEmpty()) {
      return new Said.Nothing<>();
    }
    if (list.get().isEmpty()) {
      return new Said.None<>();
    }
    if (list.get().size() > 1) {
      throw Refusal.content("recipients has to be of one at most.");
    }
    JsonNode node = list.get().get(0);
    return new Said.Given<>(
        node.isTextual()
            ? named(node.textValue(), Kind.RECIPIENT, Kind.TASK_RECIPIENT)
            : new Named.Described<>(RecipientBody.created(call, object("recipients", node))));
  }

  private Fields object(String name, JsonNode node) {
    if (!node.isObject()) {
      throw body.bad(name, Expected.Form.OBJECT);
    }
    return Fields.of(node);
  }

  private <D> Named<D> named(String id, Kind<?> record, Kind<?> ofTask) {
    Ids ids = Ids.of(call);
    if (!Ids.wellFormed(id)) {
      throw Refusal.noId(id);
    }
    return ids.find(id, ofTask)
        .<Named<D>>map(Named.OfTask::new)
        .or(() -> ids.find(id, record).map(Named.Known::new))
        .orElseThrow(() -> Refusal.content(id + " does not exist."));
  }

  private void own(String name) {
    Optional<String> said = body.text(name);
    if (said.isPresent() && !said.get().equals(Ids.of(call).ofOrganization())) {
      throw Refusal.content(name + " is no organization that this one works with.");
    }
  }

  Terms.Revision terms() {
    return new Terms.Revision(
        body.said("completeAfter", TaskBody::millis),
        body.said("completeBefore", TaskBody::millis),
        body.flag("pickupTask"),
        body.text("notes"),
        quantity(),
        body.number("serviceTime"));
  }

  private Optional<UnaryOperator<Quantity>> quantity() {
    Optional<Double> ordinary = body.number("quantity");
    Optional<Fields> more = body.object("additionalQuantities");
    if (ordinary.isEmpty() && more.isEmpty()) {
      return Optional.empty();
    }
    Optional<Double> a = more.flatMap(it -> it.number("quantityA"));
    Optional<Double> b = more.flatMap(it -> it.number("quantityB"));
    Optional<Double> c = more.flatMap(it -> it.number("quantityC"));
    return Optional.of(
        old ->
            new Quantity(
                ordinary.orElse(old.ordinary()),
                a.orElse(old.a()),
                b.orElse(old.b()),
                c.orElse(old.c())));
  }

  static Optional<Instant> millis(Fields fields, String name) {
    return fields
        .number(name)
        .map(
            millis -> {
              if (Math.abs(millis) > LATEST) {
                throw fields.bad(name, Expected.Form.INTEGER);
              }
              return Instant.ofEpochMilli(millis.longValue());
            });
  }

  private Optional<List<Long>> dependencies() {
    return body.texts("dependencies").map(all -> tasks(Ids.of(call), all));
  }

  /** The numbers of tasks; an identifier of no task is refused as one that is not known. */
  static List<Long> tasks(Ids ids, List<String> all) {
    return all.stream()
        .map(
            id -> {
              if (!Ids.wellFormed(id)) {
                throw Refusal.noId(id);
              }
              return ids.find(id, Kind.TASK)
                  .orElseThrow(() -> Refusal.content("Task " + id + " does not exist."));
            })
        .toList();
  }

  /** What may be said of a task until somebody is at it. */
  private Map<String, Optional<Object>> details() {
    Map<String, Optional<Object>> details = new LinkedHashMap<>();
    OVERRIDES.forEach(name -> keep(details, name));
    shortEnough("recipientName", LONGEST_NAME);
    shortEnough("recipientNotes", LONGEST_NOTES);
    body.flag("recipientSkipSMSNotifications");
    body.flag("useMerchantForProxy");
    if (body.has("requirements")) {
      details.put(DETAIL + "requirements", body.object("requirements").map(TaskBody::requirements));
    }
    if (body.has("scanOnlyRequiredBarcodes")) {
      details.put(
          DETAIL + "scanOnlyRequiredBarcodes", body.flag("scanOnlyRequiredBarcodes").map(it -> it));
    }
    if (body.has("barcodes")) {
      details.put(DETAIL + "barcodes", body.objects("barcodes").map(TaskBody::barcodes));
    }
    body.object("appearance").ifPresent(it -> details.put(DETAIL + "triangleColor", color(it)));
    return details;
  }

  private void keep(Map<String, Optional<Object>> details, String name) {
    if (body.has(name)) {
      details.put(DETAIL + name, body.node(name).flatMap(Kept::of));
    }
  }

  private void shortEnough(String name, int most) {
    if (body.text(name).filter(it -> it.codePointCount(0, it.length()) > most).isPresent()) {
      throw Refusal.content(name + " is longer than " + most + " characters.");
    }
  }

  private static Object requirements(Fields said) {
    Map<String, Object> kept = new LinkedHashMap<>();
    for (String name : List.of("signature", "photo", "notes")) {
      said.flag(name).ifPresent(it -> kept.put(name, it));
    }
    said.integer("minimumAge").ifPresent(it -> kept.put("minimumAge", BigDecimal.valueOf(it)));
    return kept;
  }

  private static Optional<Object> color(Fields appearance) {
    Optional<Integer> color = appearance.integer("triangleColor");
    if (color.filter(it -> it < 0 || it > COLORS).isPresent()) {
      throw Refusal.content("triangleColor has to be between 0 and 3.");
    }
    return color.map(BigDecimal::valueOf);
  }

  private static Object barcodes(List<Fields> barcodes) {
    if (barcodes.size() > MOST_BARCODES) {
      throw Refusal.content("barcodes has more than " + MOST_BARCODES + ".");
    }
    return barcodes.stream().map(TaskBody::barcode).toList();
  }

  private static Object barcode(Fields barcode) {
    Map<String, Object> kept = new LinkedHashMap<>();
    barcode.text("data").ifPresent(data -> kept.put("data", checked(data)));
    kept.put("blockCompletion", barcode.flag("blockCompletion").orElse(false));
    return kept;
  }

  private static String checked(String data) {
    if (data.length() > LONGEST_BARCODE || !isBase64(data)) {
      throw Refusal.content("The data of a barcode has to be base64 of at most 500 characters.");
    }
    return data;
  }

  private static boolean isBase64(String data) {
    try {
      byte[] _ = Base64.getDecoder().decode(data);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /** What may be said of a task at any time. */
  private Map<String, Optional<Object>> labels() {
    return body.objects("customFields")
        .map(fields -> Map.of(CUSTOM_FIELDS, Optional.<Object>of(CustomValue.read(call, fields))))
        .orElse(Map.of());
  }

  /** What a copy of a task is to be: of the options, and what is to be different. */
  Task.Draft copy(Task task, Instant now) {
    Fields options = body.object("options").orElse(body);
    TaskBody overrides = overrides();
    Task.Draft plain = task.copy();
    Terms kept =
        new Terms(
            task.terms().after().filter(now::isBefore),
            task.terms().before().filter(now::isBefore),
            task.terms().pickup(),
            task.terms().notes(),
            task.terms().quantity(),
            task.terms().serviceMinutes());
    overrides.future("completeAfter", now);
    overrides.future("completeBefore", now);
    Metadata metadata =
        overrides.body().has(MetadataBody.METADATA)
            ? MetadataBody.created(overrides.body())
            : options.flag("includeMetadata").orElse(false) ? task.metadata() : Metadata.NONE;
    Map<String, Object> details = new LinkedHashMap<>(task.details().values());
    if (!options.flag("includeBarcodes").orElse(false)) {
      details.remove(DETAIL + "barcodes");
    }
    return new Task.Draft(
        plain.type(),
        plain.recipient(),
        plain.destination(),
        plain.skills(),
        plain.day(),
        plain.slot(),
        kept.revised(overrides.terms()),
        options.flag("includeDependencies").orElse(false) ? task.links().dependencies() : List.of(),
        plain.container(),
        plain.source(),
        metadata,
        new Details(details));
  }

  /** What is to be different about a copy. */
  TaskBody overrides() {
    Fields options = body.object("options").orElse(body);
    return new TaskBody(
        call,
        options
            .object("overrides")
            .orElseGet(() -> Fields.of(JsonNodeFactory.instance.objectNode())),
        geocoder);
  }

  private void future(String name, Instant now) {
    if (millis(body, name).filter(moment -> !moment.isAfter(now)).isPresent()) {
      throw Refusal.of(ErrorNumber.TIMES, name + " has to be in the future.");
    }
  }
}
