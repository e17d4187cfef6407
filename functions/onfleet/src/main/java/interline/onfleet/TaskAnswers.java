package interline.onfleet;

import interline.fleet.Assignment;
import interline.fleet.Container;
import interline.fleet.Destination;
import interline.fleet.Kind;
import interline.fleet.Place;
import interline.fleet.Recipient;
import interline.fleet.Ref;
import interline.fleet.Snapshot;
import interline.fleet.Task;
import interline.fleet.TaskState;
import interline.fleet.Terms;
import interline.gateway.Call;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tasks as Onfleet shows them, with the people and places on record that they name. */
final class TaskAnswers {

  private static final String TRACKING = "https://onf.lt/";

  private final Ids ids;
  private final Snapshot.Found found;

  private TaskAnswers(Ids ids, Snapshot.Found found) {
    this.ids = ids;
    this.found = found;
  }

  /** Ready to show these tasks: what they name is read together. */
  static TaskAnswers of(Call call, Snapshot fleet, List<Task> tasks) {
    Set<Ref<?>> named = new LinkedHashSet<>();
    for (Task task : tasks) {
      task.destination()
          .flatMap(Destination::number)
          .ifPresent(number -> named.add(Kind.DESTINATION.number(number)));
      task.recipient()
          .flatMap(Recipient::number)
          .ifPresent(number -> named.add(Kind.RECIPIENT.number(number)));
    }
    CustomValue.named(tasks).forEach(named::add);
    return new TaskAnswers(
        Ids.of(call), named.isEmpty() ? new Snapshot.Found(Map.of()) : fleet.findAll(named));
  }

  static Map<String, Object> one(Call call, Task task) {
    return of(call, call.fleet(), List.of(task)).answer(task);
  }

  /** A task that was just made: nothing is forecast of it. */
  static Map<String, Object> fresh(Call call, Task task) {
    return of(call, call.fleet(), List.of(task)).bare(task);
  }

  /** Whether the geocoder had doubts about where a task is. */
  boolean doubted(Task task) {
    return task.destination()
        .map(it -> destination(task, it))
        .filter(it -> !it.warnings().isEmpty())
        .isPresent();
  }

  Map<String, Object> answer(Task task) {
    Map<String, Object> answer = bare(task);
    List.of("estimatedCompletionTime", "estimatedArrivalTime", "eta", "delayTime")
        .forEach(name -> answer.put(name, Optional.empty()));
    return answer;
  }

  /** A task without what is forecast of it. */
  Map<String, Object> bare(Task task) {
    String shortId = ids.identity().shorten(Kind.TASK, task.number());
    Terms terms = task.terms();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", ids.of(Kind.TASK, task.number()));
    answer.put("timeCreated", Times.created(task.stamp()));
    answer.put("timeLastModified", Times.changed(task.stamp()));
    answer.put("organization", ids.ofOrganization());
    answer.put("shortId", shortId);
    answer.put("orderShortId", Optional.empty());
    answer.put("trackingURL", TRACKING + shortId);
    answer.put("worker", task.assignment().map(it -> ids.of(Kind.WORKER, it.worker())));
    answer.put("merchant", ids.ofOrganization());
    answer.put("executor", ids.ofOrganization());
    answer.put("creator", ids.of(Kind.USER, task.origin().creator().orElse(0L)));
    answer.put(
        "dependencies",
        task.links().dependencies().stream().map(it -> ids.of(Kind.TASK, it)).toList());
    answer.put("state", state(task));
    answer.put("completeAfter", terms.after().map(Times::millis));
    answer.put("completeBefore", terms.before().map(Times::millis));
    answer.put("pickupTask", terms.pickup());
    answer.put("type", 0);
    answer.put("notes", terms.notes());
    answer.put("completionDetails", completion(task));
    answer.put("feedback", List.of());
    answer.put("metadata", MetadataAnswer.of(task.metadata()));
    answer.put("overrides", overrides(task));
    answer.put("quantity", plain(terms.quantity().ordinary()));
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("quantityA", plain(terms.quantity().a()));
    more.put("quantityB", plain(terms.quantity().b()));
    more.put("quantityC", plain(terms.quantity().c()));
    answer.put("additionalQuantities", more);
    answer.put("serviceTime", plain(terms.serviceMinutes()));
    Map<String, Object> identity = new LinkedHashMap<>();
    identity.put("failedScanCount", 0);
    identity.put("checksum", Optional.empty());
    answer.put("identity", identity);
    answer.put("appearance", Map.of("triangleColor", detail(task, "triangleColor")));
    answer.put("scanOnlyRequiredBarcodes", detail(task, "scanOnlyRequiredBarcodes").orElse(false));
    answer.put("customFieldGroup", Optional.empty());
    answer.put("customRequirements", List.of());
    answer.put("customFields", CustomValue.answer(task, found));
    answer.put("packages", List.of());
    task.place().map(Place::container).ifPresent(it -> answer.put("container", container(it)));
    answer.put("trackingViewed", false);
    answer.put("recipients", task.recipient().stream().map(it -> recipient(task, it)).toList());
    answer.put("destination", task.destination().map(it -> destination(task, it)));
    detail(task, "barcodes")
        .ifPresent(it -> answer.put("barcodes", Map.of("required", it, "captured", List.of())));
    task.links().plan().ifPresent(plan -> answer.put("routePlan", ids.of(Kind.ROUTE_PLAN, plan)));
    task.origin()
        .source()
        .ifPresent(source -> answer.put("sourceTaskId", ids.of(Kind.TASK, source)));
    return answer;
  }

  static int state(Task task) {
    return switch (task.state()) {
      case UNASSIGNED -> 0;
      case ASSIGNED -> 1;
      case ACTIVE -> 2;
      case COMPLETED, FAILED, CANCELLED -> 3;
    };
  }

  private RecipientAnswer recipient(Task task, Recipient recipient) {
    return recipient
        .number()
        .flatMap(number -> found.find(Kind.RECIPIENT.number(number)))
        .map(known -> RecipientAnswer.of(ids, known))
        .orElseGet(() -> RecipientAnswer.of(ids, task, recipient));
  }

  private DestinationAnswer destination(Task task, Destination destination) {
    return destination
        .number()
        .flatMap(number -> found.find(Kind.DESTINATION.number(number)))
        .map(known -> DestinationAnswer.of(ids, known))
        .orElseGet(() -> DestinationAnswer.of(ids, task, destination));
  }

  private Map<String, Object> container(Container container) {
    Map<String, Object> answer = new LinkedHashMap<>();
    switch (container) {
      case Container.OfOrganization _ -> {
        answer.put("type", "ORGANIZATION");
        answer.put("organization", ids.ofOrganization());
      }
      case Container.OfTeam(long team) -> {
        answer.put("type", "TEAM");
        answer.put("team", ids.of(Kind.TEAM, team));
      }
      case Container.OfWorker(long worker) -> {
        answer.put("type", "WORKER");
        answer.put("worker", ids.of(Kind.WORKER, worker));
      }
    }
    return answer;
  }

  private static Map<String, Object> completion(Task task) {
    Map<String, Object> answer = new LinkedHashMap<>();
    if (task.state().terminal()) {
      answer.put("success", task.state() == TaskState.COMPLETED);
      answer.put("notes", task.report().orElse(""));
    }
    answer.put("failureReason", task.state() == TaskState.CANCELLED ? "CANCELLED" : "NONE");
    answer.put("failureNotes", "");
    answer.put("successNotes", "");
    answer.put(
        "events",
        task.started().map(time -> Map.of("name", "start", "time", Times.millis(time))).stream()
            .toList());
    answer.put("actions", List.of());
    answer.put("time", task.ended().map(Times::millis));
    answer.put("firstLocation", List.of());
    answer.put("lastLocation", List.of());
    answer.put("photoUploadId", Optional.empty());
    answer.put("photoUploadIds", Optional.empty());
    answer.put("signatureUploadId", Optional.empty());
    answer.put("unavailableAttachments", List.of());
    return answer;
  }

  private static Map<String, Object> overrides(Task task) {
    Map<String, Object> answer = new LinkedHashMap<>();
    TaskBody.OVERRIDES.forEach(name -> answer.put(name, detail(task, name)));
    return answer;
  }

  private static Optional<Object> detail(Task task, String name) {
    return task.details().find(TaskBody.DETAIL + name);
  }

  /** A number without a point where it needs none. */
  private static BigDecimal plain(double number) {
    BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }

  /** Who has a task, or had it last. */
  static Optional<Long> worker(Task task) {
    return task.assignment().map(Assignment::worker);
  }
}
