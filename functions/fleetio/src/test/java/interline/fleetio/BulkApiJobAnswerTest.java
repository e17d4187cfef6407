package interline.fleetio;

import static org.assertj.core.api.Assertions.assertThat;

import interline.fleet.BulkJob;
import interline.fleet.BulkJob.GivenUp;
import interline.fleet.BulkJob.Outcome;
import interline.fleet.Dialect;
import interline.fleet.Stamp;
import interline.gateway.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A job as the seed prints it, with both ways of telling what was done: fleetio §3.4. */
class BulkApiJobAnswerTest {

  private static final Times CHICAGO = new Times(ZoneId.of("America/Chicago"));
  private static final Instant CREATED = Instant.parse("2020-06-05T14:13:07.119Z");
  private static final Instant STARTED = Instant.parse("2020-06-05T14:13:58.075Z");
  private static final Instant ENDED = Instant.parse("2020-06-05T14:14:00.452Z");

  @Test
  void aJobThatIsQueuedIsPending() {
    BulkJob job = job(CREATED, Optional.empty(), Optional.empty(), Optional.empty());

    assertThat(json(new BulkJob.Progress(job, List.of())))
        .isEqualTo(
            """
            {
            "id":"a0e1a07d-2412-47d9-8164-197c1da6a160",
            "completed_at":null,
            "completed_count":0,
            "created_at":"2020-06-05T09:13:07.119-05:00",
            "failed_count":0,
            "failed_records":[],
            "operation":"create",
            "resource":"meter_entry",
            "started_at":null,
            "state":"pending",
            "successful_record_ids":[],
            "successful_records":[],
            "total_count":100,
            "updated_at":"2020-06-05T09:13:07.119-05:00"
            }
            """
                .replace("\n", ""));
  }

  @Test
  void aJobThatIsWorkedOffTellsOfEachRow() {
    BulkJob job = job(ENDED, Optional.of(STARTED), Optional.of(ENDED), Optional.empty());
    List<Outcome> outcomes =
        List.of(
            new Outcome.Succeeded(0, 52378361),
            new Outcome.Refused(1, Map.of("vehicle", List.of("can't be blank"))),
            new Outcome.Succeeded(2, 52378362));

    assertThat(json(new BulkJob.Progress(job, outcomes)))
        .isEqualTo(
            """
            {
            "id":"a0e1a07d-2412-47d9-8164-197c1da6a160",
            "completed_at":"2020-06-05T09:14:00.452-05:00",
            "completed_count":2,
            "created_at":"2020-06-05T09:13:07.119-05:00",
            "failed_count":1,
            "failed_records":[{"index":1,"error_messages":{"vehicle":["can't be blank"]}}],
            "operation":"create",
            "resource":"meter_entry",
            "started_at":"2020-06-05T09:13:58.075-05:00",
            "state":"complete",
            "successful_record_ids":[52378361,52378362],
            "successful_records":[{"index":0,"id":52378361},{"index":2,"id":52378362}],
            "total_count":100,
            "updated_at":"2020-06-05T09:14:00.452-05:00"
            }
            """
                .replace("\n", ""));
  }

  @Test
  void aJobAtWorkIsProcessing() {
    BulkJob job = job(STARTED, Optional.of(STARTED), Optional.empty(), Optional.empty());

    assertThat(json(new BulkJob.Progress(job, List.of(new Outcome.Succeeded(0, 7)))))
        .contains("\"state\":\"processing\"", "\"completed_count\":1", "\"completed_at\":null");
  }

  @Test
  void onlyAJobThatWasGivenUpTellsWhy() {
    Optional<GivenUp> why = Optional.of(new GivenUp(ENDED, "The rows could not be worked off"));
    BulkJob job = job(ENDED, Optional.of(STARTED), Optional.empty(), why);

    assertThat(json(new BulkJob.Progress(job, List.of())))
        .contains(
            "\"state\":\"failed\"",
            "\"failure_reason\":\"The rows could not be worked off\"",
            "\"completed_at\":null");
  }

  private static BulkJob job(
      Instant changed,
      Optional<Instant> started,
      Optional<Instant> completed,
      Optional<GivenUp> failed) {
    return new BulkJob(
        "a0e1a07d-2412-47d9-8164-197c1da6a160",
        new Stamp(1, CREATED, changed),
        Dialect.FLEETIO,
        "meter_entry",
        "create",
        100,
        "script",
        Optional.empty(),
        started,
        completed,
        failed,
        Optional.empty());
  }

  private static String json(BulkJob.Progress progress) {
    return Json.write(BulkApiJobAnswer.of(progress, ENDED, CHICAGO));
  }
}
