package interline.onfleet;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.BulkJob;
import interline.fleet.BulkJobs;
import interline.fleet.Dialect;
import interline.fleet.Failure;
import interline.fleet.Kind;
import interline.fleet.Snapshot;
import interline.fleet.Task;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Fields;
import interline.gateway.Malformed;
import interline.gateway.Wiring;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several tasks at a time: at once, or in the background. */
record Batches(Wiring wiring) {

  /** The most tasks that are made while the client waits. */
  private static final int MOST = 100;

  /** The most that are made in the background. */
  private static final int MOST_IN_BACKGROUND = 500;

  /** After so long no other task is begun, as the answer has to be out before the function ends. */
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

  Answer create(Call call) {
    List<JsonNode> wanted = tasks(call, MOST);
    OnfleetVoice voice = new OnfleetVoice(wiring.uuids());
    Instant end = wiring.clock().instant().plus(LONG_ENOUGH);
    List<Task> made = new ArrayList<>();
    List<Map<String, Object>> errors = new ArrayList<>();
    for (JsonNode task : wanted) {
      try {
        if (wiring.clock().instant().isAfter(end)) {
          errors.add(
              BatchError.of(ErrorNumber.BUSY, "There was no time left to make it.").beside(task));
        } else {
          made.add(call.commit(OnfleetRows.task(call, task, wiring::geocoder)));
        }
      } catch (Failure failure) {
        errors.add(BatchError.of(voice, call.request(), failure).beside(task));
      } catch (Malformed malformed) {
        errors.add(BatchError.of(voice, call.request(), malformed).beside(task));
      }
    }
    TaskAnswers answers = TaskAnswers.of(call, call.fleet(), made);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("tasks", made.stream().map(answers::bare).toList());
    answer.put("errors", errors);
    return Answer.ok(answer);
  }

  Answer submit(Call call) {
    List<String> rows = tasks(call, MOST_IN_BACKGROUND).stream().map(JsonNode::toString).toList();
    if (rows.isEmpty()) {
      throw Refusal.content("tasks has to have one at least.");
    }
    BulkJob job =
        call.submit(BulkJobs.open(Dialect.ONFLEET, "task", "create", rows), wiring.bulkQueue());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("status", "pending");
    answer.put("jobId", Ids.of(call).of(Kind.BULK_JOB, Long.parseLong(job.id())));
    return Answer.ok(answer);
  }

  static Answer show(Call call) {
    Snapshot fleet = call.fleet();
    BulkJob.Progress progress =
        fleet
            .progress(Long.toString(Ids.inPath(call, "id", Kind.BULK_JOB)))
            .filter(known -> known.job().dialect() == Dialect.ONFLEET)
            .orElseThrow(() -> new Failure.NotFound(Kind.BULK_JOB));
    return Answer.ok(BatchJobAnswer.of(call, fleet, progress));
  }

  private static List<JsonNode> tasks(Call call, int most) {
    List<JsonNode> tasks = new ArrayList<>();
    Bodies.required(call).required("tasks", Fields::list).forEach(tasks::add);
    if (tasks.size() > most) {
      throw Refusal.content("tasks has more than " + most + ".");
    }
    return tasks;
  }
}
