package interline.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import interline.gateway.Malformed.Body.Defect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

  @Test
  void decodesTheEventOfApiGateway() throws IOException {
    Request request = Request.of(golden());

    assertThat(request.method()).isEqualTo("PATCH");
    assertThat(request.segments()).containsExactly("api", "v1", "jobs", "a/b c+d");
    assertThat(request.query())
        .containsExactly(
            Map.entry("status", List.of("open", "done")),
            Map.entry("empty", List.of("")),
            Map.entry("bare", List.of("")),
            Map.entry("name", List.of("Jörg K")),
            Map.entry("q[name_eq]", List.of("x=y")),
            Map.entry("bad", List.of("%zz")));
    assertThat(request.query("status")).contains("open");
    assertThat(request.query("absent")).isEmpty();
    assertThat(request.header("Authorization")).contains("Bearer sesame");
    assertThat(request.header("content-type")).contains("application/json; charset=utf-8");
    assertThat(request.header("X-Many")).contains("one,two");
    assertThat(request.header("x-none")).isEmpty();
    assertThat(request.body()).isEqualTo("{\"name\": \"Jörg\"}");
    assertThat(request.fields().text("name")).contains("Jörg");
    assertThat(request.sourceIp()).contains("192.0.2.7");
    assertThat(request.requestId()).isEqualTo("request-1");
    assertThat(request.signer()).contains("arn:aws:iam::123456789012:user/ada");
  }

  @Test
  void makesDoWithAnEventThatSaysNothing() {
    Request request = Request.of(new APIGatewayV2HTTPEvent());

    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.path()).isEqualTo("/");
    assertThat(request.query()).isEmpty();
    assertThat(request.header("host")).isEmpty();
    assertThat(request.body()).isEmpty();
    assertThat(request.sourceIp()).isEmpty();
    assertThat(request.requestId()).isEqualTo("-");
    assertThat(request.signer()).isEmpty();
  }

  @Test
  void readsTheMapOfAnEventThatWasWrittenByHand() {
    APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
    event.setQueryStringParameters(Map.of("status", "open"));

    assertThat(Request.of(event).query("status")).contains("open");
  }

  @ParameterizedTest
  @CsvSource({
    "/jobs, /jobs",
    "/jobs/, /jobs",
    "/, /",
    "'', /",
    "/jobs//, /jobs/",
    "//jobs, //jobs",
    "/jobs//start, /jobs//start",
    "/100%25, /100%",
    "/50%, /50%",
    "/%4, /%4",
    "/%C3%B6, /ö"
  })
  void decodesPathsSegmentBySegment(String raw, String path) {
    assertThat(at(raw).path()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "007, 7",
    "0, 0",
    "9223372036854775807, 9223372036854775807",
    "9223372036854775808, 9223372036854775807",
    "99999999999999999999999999, 9223372036854775807"
  })
  void readsNumbersInAPathUpToTheLargest(String segment, long id) {
    assertThat(at("/").with(Map.of("id", segment)).id("id")).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-1", "+1", "1.0", "1e3", " 1", "٣"})
  void takesNothingElseForANumberInAPath(String segment) {
    Request request = at("/").with(Map.of("id", segment));

    assertThatThrownBy(() -> request.id("id"))
        .isInstanceOfSatisfying(
            Malformed.BadField.class, bad -> assertThat(bad.name()).isEqualTo("id"));
  }

  @Test
  void asksOnlyForParametersThatThePatternHas() {
    assertThatThrownBy(() -> at("/").parameter("id"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("{id}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{}{}",
        "{} x",
        "{'a':1}",
        "{\"a\":1,}",
        "{\"a\":1,\"a\":2}",
        "[1] // no",
        "NaN",
        "\"\u0001\"",
        "01"
      })
  void refusesWhatIsNotExactlyOneJsonValue(String body) {
    assertDefect(body, Defect.NOT_JSON);
  }

  @Test
  void refusesWhatOnlyCostsTime() {
    assertDefect("[".repeat(100_000), Defect.NOT_JSON);
    assertDefect("[".repeat(65) + "]".repeat(65), Defect.NOT_JSON);
    assertDefect("1".repeat(101), Defect.NOT_JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n"})
  void knowsAnEmptyBody(String body) {
    assertDefect(body, Defect.EMPTY);
  }

  @Test
  void refusesABodyThatIsNoText() {
    APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
    event.setIsBase64Encoded(true);

    event.setBody("!");
    assertDefect(event, Defect.NOT_TEXT);
    event.setBody(Base64.getEncoder().encodeToString("ö".getBytes(StandardCharsets.ISO_8859_1)));
    assertDefect(event, Defect.NOT_TEXT);
  }

  private static void assertDefect(String body, Defect defect) {
    APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
    event.setBody(body);
    assertDefect(event, defect);
  }

  private static void assertDefect(APIGatewayV2HTTPEvent event, Defect defect) {
    assertThatThrownBy(() -> Request.of(event).json())
        .isInstanceOfSatisfying(
            Malformed.Body.class, malformed -> assertThat(malformed.defect()).isEqualTo(defect));
  }

  private static Request at(String rawPath) {
    APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
    event.setRawPath(rawPath);
    return Request.of(event);
  }

  /** Read as Lambda's own runtime reads it. */
  private static APIGatewayV2HTTPEvent golden() throws IOException {
    try (InputStream json =
        Objects.requireNonNull(RequestTest.class.getResourceAsStream("event.json"))) {
      return LambdaEventSerializers.serializerFor(
              APIGatewayV2HTTPEvent.class, RequestTest.class.getClassLoader())
          .fromJson(json);
    }
  }
}
