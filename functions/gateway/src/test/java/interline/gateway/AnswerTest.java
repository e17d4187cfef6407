package interline.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {

  record Job(long id, String name, Optional<String> worker, List<Double> position) {}

  @Test
  void writesRecordsAsTheyStand() {
    APIGatewayV2HTTPResponse response =
        Answer.ok(new Job(7, "Jörg \"J\"", Optional.empty(), List.of(41.2, -7.0))).encoded();

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(response.getHeaders()).containsEntry("Content-Type", "application/json");
    assertThat(response.getIsBase64Encoded()).isFalse();
    assertThat(response.getBody())
        .isEqualTo(
            "{\"id\":7,\"name\":\"Jörg \\\"J\\\"\",\"worker\":null,\"position\":[41.2,-7.0]}");
  }

  @Test
  void writesWhatAnOptionalHolds() {
    assertThat(Answer.ok(new Job(7, "J", Optional.of("W"), List.of())).encoded().getBody())
        .contains("\"worker\":\"W\"");
  }

  @Test
  void hasNeitherBodyNorTypeWithoutContent() {
    APIGatewayV2HTTPResponse response = Answer.noContent().encoded();

    assertThat(response.getStatusCode()).isEqualTo(204);
    assertThat(response.getBody()).isNull();
    assertThat(response.getHeaders()).isEmpty();
  }

  @Test
  void keepsHeadersInOrderAndOneOfEachName() {
    Answer answer =
        Answer.ok("x")
            .header("content-type", "application/problem+json")
            .header("Retry-After", "1")
            .header("retry-after", "2");

    assertThat(answer.encoded().getHeaders())
        .containsExactly(
            Map.entry("content-type", "application/problem+json"), Map.entry("retry-after", "2"));
  }

  /** The quotes around the text take two bytes each. */
  @ParameterizedTest
  @CsvSource({
    "a, 5999996",
    "ö, 2999998",
    "€, 1999998",
    "😀, 1499999",
    "'\"', 1499999",
    "'\\', 1499999"
  })
  void isSentUpToTheLimitOfLambdaAndNoFurther(String character, int most) {
    assertThat(Answer.ok(character.repeat(most)).encoded().getStatusCode()).isEqualTo(200);
    assertThatThrownBy(() -> Answer.ok(character.repeat(most + 1)).encoded())
        .isInstanceOf(TooLarge.class);
  }
}
