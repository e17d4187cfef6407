package interline.onfleet;

import interline.fleet.Kind;
import interline.fleet.RoutePlan;
import interline.fleet.Snapshot;
import interline.fleet.Task;
import interline.fleet.TaskState;
import interline.gateway.Call;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Route plans as Onfleet shows them, with how far their tasks have come. */
record RoutePlanAnswers(Ids ids, String zone, Instant now, Snapshot.Found tasks) {

  /** Ready to show these plans: their tasks are read together. */
  static RoutePlanAnswers of(Call call, Snapshot fleet, List<RoutePlan> plans) {
    List<Long> stops =
        plans.stream()
            .flatMap(plan -> plan.stops().stream())
            .map(RoutePlan.Stop::task)
            .distinct()
            .toList();
    return new RoutePlanAnswers(
        Ids.of(call),
        Times.zone(call.organization().profile().zone()),
        fleet.now(),
        stops.isEmpty()
            ? new Snapshot.Found(Map.of())
            : fleet.findAll(stops.stream().map(Kind.TASK::number).toList()));
  }

  static Map<String, Object> one(Call call, RoutePlan plan) {
    return of(call, call.fleet(), List.of(plan)).answer(plan);
  }

  Map<String, Object> answer(RoutePlan plan) {
    List<Task> stops =
        plan.stops().stream()
            .flatMap(stop -> tasks.find(Kind.TASK.number(stop.task())).stream())
            .toList();
    RoutePlan.State progress = plan.progress(stops);
    Duration late = late(plan, progress);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", ids.of(Kind.ROUTE_PLAN, plan.number()));
    answer.put("name", plan.name());
    answer.put("state", state(progress));
    answer.put("color", detail(plan, RoutePlanBody.COLOR));
    answer.put("tasks", stops.stream().map(it -> ids.of(Kind.TASK, it.number())).toList());
    answer.put("organization", ids.ofOrganization());
    answer.put("team", id(plan, RoutePlanBody.TEAM, Kind.TEAM));
    answer.put("worker", plan.worker().map(it -> ids.of(Kind.WORKER, it)));
    answer.put("vehicleType", detail(plan, RoutePlanBody.VEHICLE_TYPE));
    answer.put("startTime", Times.millis(plan.departure()));
    answer.put("endTime", detail(plan, RoutePlanBody.END_TIME));
    answer.put("actualStartTime", begun(stops).map(Times::millis));
    answer.put(
        "actualEndTime",
        stops.stream()
            .flatMap(task -> task.ended().stream())
            .max(Instant::compareTo)
            .filter(_ -> progress.over())
            .map(Times::millis));
    answer.put("startAt", detail(plan, RoutePlanBody.START_AT));
    answer.put("endAt", detail(plan, RoutePlanBody.END_AT));
    answer.put("startingHubId", id(plan, RoutePlanBody.STARTING_HUB, Kind.HUB));
    answer.put("endingHubId", id(plan, RoutePlanBody.ENDING_HUB, Kind.HUB));
    answer.put("shortId", ids.identity().shorten(Kind.ROUTE_PLAN, plan.number()));
    answer.put("timeCreated", Times.millis(plan.stamp().created()));
    answer.put("timeLastModified", Times.changed(plan.stamp()));
    answer.put("timezone", detail(plan, RoutePlanBody.TIMEZONE).orElse(zone));
    answer.put("plannedDistance", Optional.empty());
    answer.put("plannedDuration", Optional.empty());
    answer.put("isOverdue", late.isPositive());
    answer.put("taskStates", stops.stream().map(TaskAnswers::state).toList());
    answer.put("status", late.isPositive() ? "LATE" : "ON_TIME");
    answer.put("statusTimeDifference", late.toMillis());
    return answer;
  }

  /** When somebody was at the first of them or, if nobody was before, when it was over. */
  private static Optional<Instant> begun(List<Task> stops) {
    return stops.stream()
        .filter(task -> task.state() != TaskState.CANCELLED)
        .flatMap(task -> task.started().or(task::ended).stream())
        .min(Instant::compareTo);
  }

  private static String state(RoutePlan.State progress) {
    return switch (progress) {
      case PLANNED -> "PENDING";
      case STARTED -> "IN_PROGRESS";
      case FINISHED, CANCELLED -> "COMPLETED";
    };
  }

  /** How long ago a plan should have begun, or should have ended. */
  private Duration late(RoutePlan plan, RoutePlan.State progress) {
    Optional<Instant> due =
        switch (progress) {
          case PLANNED -> Optional.of(plan.departure());
          case STARTED ->
              detail(plan, RoutePlanBody.END_TIME)
                  .map(it -> Instant.ofEpochMilli(((BigDecimal) it).longValueExact()));
          case FINISHED, CANCELLED -> Optional.empty();
        };
    return due.filter(now::isAfter).map(it -> Duration.between(it, now)).orElse(Duration.ZERO);
  }

  private Optional<String> id(RoutePlan plan, String name, Kind<?> kind) {
    return detail(plan, name).map(it -> ids.of(kind, ((BigDecimal) it).longValueExact()));
  }

  private static Optional<Object> detail(RoutePlan plan, String name) {
    return plan.details().find(TaskBody.DETAIL + name);
  }
}
