package interline.onfleet;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.BulkJob;
import interline.fleet.BulkJob.Outcome;
import interline.fleet.Kind;
import interline.fleet.Ref;
import interline.fleet.Snapshot;
import interline.fleet.Task;
import interline.gateway.Call;
import interline.gateway.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What became of tasks that are made in the background; nothing is told of it before the end.
 *
 * @param submitted how long ago that was, in words
 * @param newTasks those of which nobody doubts where they are
 * @param failedTasks as they were sent
 */
record BatchJobAnswer(
    String status,
    String submitted,
    int tasksReceived,
    int tasksCreated,
    int tasksErrored,
    List<Map<String, Object>> newTasks,
    List<Map<String, Object>> newTasksWithWarnings,
    List<JsonNode> failedTasks,
    List<Map<String, Object>> errors) {

  static BatchJobAnswer of(Call call, Snapshot fleet, BulkJob.Progress progress) {
    BulkJob job = progress.job();
    Instant now = fleet.now();
    String submitted = ago(Duration.between(job.stamp().created(), now));
    return switch (job.state(now)) {
      case PENDING, PROCESSING ->
          new BatchJobAnswer(
              "pending", submitted, job.total(), 0, 0, List.of(), List.of(), List.of(), List.of());
      case COMPLETE, FAILED -> ended(call, fleet, progress, submitted);
    };
  }

  private static BatchJobAnswer ended(
      Call call, Snapshot fleet, BulkJob.Progress progress, String submitted) {
    BulkJob job = progress.job();
    int created = progress.succeeded().size();
    List<Task> tasks = tasks(fleet, progress.succeeded());
    TaskAnswers answers = TaskAnswers.of(call, fleet, tasks);
    Map<Boolean, List<Map<String, Object>>> told =
        tasks.stream()
            .collect(
                Collectors.partitioningBy(
                    answers::doubted, Collectors.mapping(answers::answer, Collectors.toList())));
    List<JsonNode> failed = new ArrayList<>();
    List<Map<String, Object>> errors = new ArrayList<>();
    if (created < job.total()) {
      errors(job, progress, fleet.now(), fleet.rows(job.id()), failed, errors);
    }
    return new BatchJobAnswer(
        created == 0
            ? "failed"
            : created < job.total()
                ? "completedWithErrors"
                : told.getOrDefault(true, List.of()).isEmpty()
                    ? "succeeded"
                    : "succeededWithWarnings",
        submitted,
        job.total(),
        created,
        job.total() - created,
        told.getOrDefault(false, List.of()),
        told.getOrDefault(true, List.of()),
        failed,
        errors);
  }

  /** Those of the tasks that are still there. */
  private static List<Task> tasks(Snapshot fleet, List<Outcome.Succeeded> made) {
    if (made.isEmpty()) {
      return List.of();
    }
    List<Ref<Task>> refs = made.stream().map(it -> Kind.TASK.number(it.record())).toList();
    Snapshot.Found found = fleet.findAll(refs);
    return refs.stream().flatMap(ref -> found.find(ref).stream()).toList();
  }

  private static void errors(
      BulkJob job,
      BulkJob.Progress progress,
      Instant now,
      List<String> rows,
      List<JsonNode> failed,
      List<Map<String, Object>> errors) {
    Map<Integer, Outcome> outcomes =
        progress.outcomes().stream().collect(Collectors.toMap(Outcome::index, Function.identity()));
    for (int index = 0; index < rows.size(); index++) {
      Optional<BatchError> error = error(job, now, Optional.ofNullable(outcomes.get(index)));
      if (error.isPresent()) {
        JsonNode row = Json.read(rows.get(index));
        failed.add(row);
        errors.add(error.get().with(row));
      }
    }
  }

  private static Optional<BatchError> error(BulkJob job, Instant now, Optional<Outcome> outcome) {
    if (outcome.isEmpty()) {
      String reason = job.reason(now).orElse("Nobody got to it.");
      return Optional.of(BatchError.of(ErrorNumber.FAULT, reason));
    }
    return switch (outcome.get()) {
      case Outcome.Succeeded _ -> Optional.empty();
      case Outcome.Refused refused -> Optional.of(BatchError.read(refused.messages()));
    };
  }

  /** How long ago something was, as people say it. */
  static String ago(Duration since) {
    if (since.toMinutes() < 1) {
      return "a few seconds ago.";
    }
    if (since.toHours() < 1) {
      return some(since.toMinutes(), "minute");
    }
    return since.toDays() < 1 ? some(since.toHours(), "hour") : some(since.toDays(), "day");
  }

  private static String some(long count, String unit) {
    return count == 1 ? "1 " + unit + " ago." : count + " " + unit + "s ago.";
  }
}
