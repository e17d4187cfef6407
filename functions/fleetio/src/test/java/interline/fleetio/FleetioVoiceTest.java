package interline.fleetio;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Failure;
import interline.fleet.Field;
import interline.fleet.Kind;
import interline.fleet.Rule;
import interline.gateway.Answer;
import interline.gateway.Expected;
import interline.gateway.Json;
import interline.gateway.Malformed;
import interline.gateway.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Status codes and bodies of fleetio §1.2 and §1.3. */
class FleetioVoiceTest {

  private static final FleetioVoice VOICE = new FleetioVoice();
  private static final Request REQUEST = request("/api/v1/vehicles/vin:A%20b%3Fé/");

  static Stream<Arguments> problems() {
    return Stream.of(
        Arguments.of(401, VOICE.failure(REQUEST, new Failure.Unauthenticated("secret"))),
        Arguments.of(403, VOICE.failure(REQUEST, new Failure.NotAllowed("secret"))),
        Arguments.of(404, VOICE.failure(REQUEST, new Failure.NotFound(Kind.VEHICLE))),
        Arguments.of(503, VOICE.failure(REQUEST, new Failure.Busy())),
        Arguments.of(404, VOICE.noSuchPath(REQUEST)),
        Arguments.of(405, VOICE.methodNotAllowed(REQUEST, new TreeSet<>(List.of("GET", "POST")))),
        Arguments.of(400, VOICE.tooLarge(REQUEST)),
        Arguments.of(500, VOICE.fault(REQUEST)));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void aProblemHasFourMembersAndSaysWhereItHappened(int status, Answer answer) {
    JsonNode problem = body(answer);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(problem.properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("status", "title", "detail", "instance");
    assertThat(problem.path("status").intValue()).isEqualTo(status);
    assertThat(problem.path("title").textValue()).isNotBlank();
    assertThat(problem.path("detail").textValue()).isNotBlank().doesNotContain("secret");
    assertThat(problem.path("instance").textValue())
        .isEqualTo("/api/v1/vehicles/vin:A%20b%3F%C3%A9");
  }

  @Test
  void whoIsNotKnownIsToldHowToBe() {
    assertThat(VOICE.failure(REQUEST, new Failure.Unauthenticated("")).headers())
        .containsEntry("WWW-Authenticate", "Token");
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(
            Failure.invalid(Field.VIN, new Rule.AtMostCharacters(17)),
            "{\"errors\":{\"vin\":[\"is too long (maximum is 17 characters)\"]}}"),
        Arguments.of(
            new Failure.NotUnique(Field.NAME),
            "{\"errors\":{\"name\":[\"has already been taken\"]}}"),
        Arguments.of(
            new Failure.Conflict(Failure.Conflict.Reason.TASK_NOT_OPEN),
            "{\"errors\":{\"base\":[\"can't be changed in its present state\"]}}"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatIsWrongWithARecordIsToldByAttribute(Failure failure, String body) {
    Answer answer = VOICE.failure(REQUEST, failure);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(body(answer)).hasToString(body);
  }

  @Test
  void aValueThatCannotBeReadIsWrongToo() {
    Answer answer = VOICE.malformed(REQUEST, new Malformed.BadField("year", Expected.Form.INTEGER));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(body(answer)).hasToString("{\"errors\":{\"year\":[\"must be an integer\"]}}");
  }

  // fleetio §1: numbers in paths match ^[0-9]+$; §4.1, §8, §9: what is shown is there or 404
  @Test
  void aNumberInAPathThatIsNoneLeadsToNoRecord() {
    Answer answer = VOICE.malformed(REQUEST, new Malformed.BadField("id", Expected.Form.INTEGER));

    assertThat(answer).isEqualTo(VOICE.failure(REQUEST, new Failure.NotFound(Kind.VEHICLE)));
    assertThat(answer.status()).isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource(Malformed.Body.Defect.class)
  void aBodyThatCannotBeReadIsABadRequest(Malformed.Body.Defect defect) {
    Answer answer = VOICE.malformed(REQUEST, new Malformed.Body(defect));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(body(answer).path("status").intValue()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"PT0S,1", "PT0.001S,1", "PT1S,1", "PT1.001S,2", "PT22S,22", "PT59.9S,60"})
  void theLimitSaysAfterHowManyWholeSecondsItIsFreeAgain(Duration free, String seconds) {
    Answer answer = VOICE.failure(REQUEST, new Failure.TooMany(free));

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.headers()).containsEntry("Retry-After", seconds);
    assertThat(body(answer).properties()).hasSize(1);
    assertThat(body(answer).path("error").textValue()).isNotBlank();
  }

  private static JsonNode body(Answer answer) {
    return Json.read(Json.write(answer.body().orElseThrow()));
  }

  private static Request request(String path) {
    return Request.of(APIGatewayV2HTTPEvent.builder().withRawPath(path).build());
  }
}
