package interline.fieldopt;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import interline.fleet.Failure;
import interline.fleet.Failure.Conflict;
import interline.fleet.Failure.Problem;
import interline.fleet.Field;
import interline.fleet.Kind;
import interline.fleet.Rule;
import interline.gateway.Answer;
import interline.gateway.Expected;
import interline.gateway.Json;
import interline.gateway.Malformed;
import interline.gateway.Priming;
import interline.gateway.Request;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What has no words of its own in the contract has some all the same: fieldopt §1.3, §13.13. */
class ErrorWordsTest {

  private static final Request GET = request(Priming.get("/api/v1/jobs"));
  private static final Request POST = request(Priming.post("/api/v1/jobs", "{}"));

  private final ErrorWords words = new ErrorWords();

  private static Request request(APIGatewayV2HTTPEvent event) {
    return Request.of(event);
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new Failure.NotFound(Kind.TASK), 404, "Job not found"),
        Arguments.of(new Failure.NotFound(Kind.WORKER), 404, "Technician not found"),
        Arguments.of(new Failure.NotFound(Kind.ASSIGNMENT), 404, "Assignment not found"),
        Arguments.of(new Failure.NotFound(Kind.VEHICLE), 404, "Record not found"),
        Arguments.of(new Failure.NotUnique(Field.PHONE), 409, "phone is already taken"),
        Arguments.of(new Failure.NotAllowed("inner reason"), 403, "Not allowed"),
        Arguments.of(new Failure.Unauthenticated("inner reason"), 401, "Not authenticated"),
        Arguments.of(new Failure.TooMany(Duration.ofMillis(1)), 429, "Too many requests"),
        Arguments.of(new Failure.Busy(), 409, "Others are changing the same records, try again"),
        Arguments.of(
            Failure.invalid(Field.RECIPIENT, new Rule.Present()),
            400,
            "Invalid request body: customer must not be empty"),
        Arguments.of(
            new Failure.Invalid(
                List.of(
                    new Problem(Field.LATITUDE, new Rule.Between(-90, 90)),
                    new Problem(Field.TASKS, new Rule.OneOf(List.of("a", "b"))))),
            400,
            "Invalid request body: latitude must be between -90 and 90; job_ids must be one of a,"
                + " b"),
        Arguments.of(
            Failure.invalid(Field.CAPACITY, new Rule.Between(0.5, 1)),
            400,
            "Invalid request body: capacity must be between 0.5 and 1"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void everyFailureIsSaidAsDetail(Failure failure, int status, String detail) {
    assertSaid(words.failure(POST, failure), status, detail);
  }

  @ParameterizedTest
  @EnumSource
  void everyConflictIsSaidInWordsOfItsOwn(Conflict.Reason reason) {
    Answer answer = words.failure(POST, new Conflict(reason));

    boolean nothingThere =
        switch (reason) {
          // Who is archived or drives only is no technician here.
          case TASK_NOT_ASSIGNED, WORKER_ARCHIVED, NOT_AN_OPERATOR -> true;
          default -> false;
        };
    assertThat(answer.status()).isEqualTo(nothingThere ? 404 : 409);
    assertThat(Json.write(answer.body().orElseThrow())).doesNotContain(reason.name());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1000, 1", "1001, 2", "60000, 60"})
  void whoAskedTooOftenIsToldWhenToComeBack(long millis, String seconds) {
    Answer answer = words.failure(GET, new Failure.TooMany(Duration.ofMillis(millis)));

    assertThat(answer.headers()).containsEntry("Retry-After", seconds);
  }

  @ParameterizedTest
  @EnumSource
  void anUnreadableBodyIsOneThing(Malformed.Body.Defect defect) {
    assertSaid(words.malformed(POST, new Malformed.Body(defect)), 400, "Invalid request body");
  }

  @Test
  void aBadValueIsNamedWhereItStands() {
    assertSaid(
        words.malformed(POST, new Malformed.BadField("type", Expected.Form.PRESENT)),
        400,
        "Invalid request body: type is required");
    assertSaid(
        words.malformed(GET, new Malformed.BadField("type", Expected.Form.TEXT)),
        400,
        "Invalid query: type must be a string");
    assertSaid(
        words.malformed(POST, new Malformed.BadField(InPath.JOB, Expected.Form.INTEGER)),
        400,
        "Invalid job id");
  }

  @ParameterizedTest
  @EnumSource
  void everyFormHasWords(Expected.Form form) {
    Answer answer = words.malformed(POST, new Malformed.BadField("x", form));

    assertThat(Json.write(answer.body().orElseThrow())).doesNotContain(form.name());
  }

  private static void assertSaid(Answer answer, int status, String detail) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(Json.write(answer.body().orElseThrow()))
        .isEqualTo("{\"detail\":\"%s\"}".formatted(detail));
  }
}
