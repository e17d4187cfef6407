package interline.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.IAM;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Failure;
import interline.fleet.Field;
import interline.fleet.Rule;
import interline.fleet.Store;
import interline.gateway.Fields;
import interline.gateway.Json;
import interline.gateway.Priming;
import interline.gateway.Request;
import interline.gateway.Wiring;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the function refuses by itself, before it needs a store. What it does to the records is
 * tested where there is a real one, in {@code functions/local}.
 */
class OperatorFunctionTest {

  private final OperatorFunction function = new OperatorFunction(wiring(Map.of()));

  @ParameterizedTest
  @CsvSource({
    "GET, /operator/organizations",
    "POST, /operator/organizations/7/keys",
    "PUT, /operator/organizations",
    "GET, /operator/nowhere"
  })
  void tellsNothingToAnybodyWhoHasNotSigned(String method, String path) {
    assertProblem(
        handle(event(method, path)),
        """
        {
          "status": 403,
          "title": "Forbidden",
          "detail": "This is for the operator of the deployment."
        }
        """);
  }

  @Test
  void knowsNoOtherPaths() {
    assertProblem(
        handle(signed(event("GET", "/operator"))),
        """
        {"status": 404, "title": "Not found", "detail": "There is nothing at this path."}
        """);
  }

  @Test
  void tellsWhichMethodsAreAllowed() {
    APIGatewayV2HTTPResponse response =
        handle(signed(event("DELETE", "/operator/organizations/7/limits/")));

    assertThat(response.getHeaders()).containsEntry("Allow", "GET, PUT");
    assertProblem(
        response,
        """
        {"status": 405, "title": "Method not allowed", "detail": "Allowed are: GET, PUT."}
        """);
  }

  @Test
  void refusesABodyThatIsNoObject() {
    assertProblem(
        handle(signed(Priming.post("/operator/organizations", "[]"))),
        """
        {"status": 400, "title": "Malformed", "detail": "The body is not a JSON object."}
        """);
  }

  @Test
  void tellsWhichValueIsWrong() {
    assertErrors(
        handle(signed(Priming.post("/operator/organizations", "{}"))),
        "{\"name\": [\"must be there\"]}");
    assertErrors(
        handle(
            signed(
                Priming.post(
                    "/operator/organizations/7/keys", "{\"dialect\": \"x\", \"label\": \"y\"}"))),
        """
        {"dialect": ["must be one of fieldopt, fleetio, frachtpilot, onfleet, trimble"]}
        """);
  }

  @Test
  void hasNoKeyThatIsNoHash() {
    assertThat(handle(signed(event("DELETE", "/operator/organizations/7/keys/x"))).getStatusCode())
        .isEqualTo(404);
  }

  @Test
  void callsFieldsAsTheOperatorWroteThem() {
    assertErrors(
        "GET",
        "/operator/organizations",
        Failure.invalid(Field.LIMIT, new Rule.Between(1, 100)),
        "{\"limit\": [\"must be between 1 and 100\"]}");
    assertErrors(
        "PUT",
        "/operator/organizations/7/limits",
        Failure.invalid(Field.LIMIT, new Rule.Between(1, 1_000_000)),
        "{\"limits\": [\"must be between 1 and 1000000\"]}");
    assertErrors(
        "POST",
        "/operator/organizations/7/keys",
        Failure.invalid(Field.NAME, new Rule.AtMostCharacters(255)),
        "{\"label\": [\"is longer than 255 characters\"]}");
    assertErrors(
        "POST",
        "/operator/organizations",
        new Failure.NotUnique(Field.ACCOUNT_TOKEN),
        "{\"account_token\": [\"is taken\"]}");
  }

  @Test
  void takesDefaultLimitsFromItsSettings() {
    assertThat(LimitsBody.defaults(wiring(Map.of("FLEETIO_REQUESTS_PER_MINUTE", ""))))
        .isEqualTo(LimitsBody.read(limits(20, 50)));
    assertThat(
            LimitsBody.defaults(
                wiring(
                    Map.of(
                        "ONFLEET_REQUESTS_PER_SECOND", "5", "FLEETIO_REQUESTS_PER_MINUTE", "6"))))
        .isEqualTo(LimitsBody.read(limits(5, 6)));
    assertThatThrownBy(
            () -> new OperatorFunction(wiring(Map.of("ONFLEET_REQUESTS_PER_SECOND", "many"))))
        .hasMessage("The setting ONFLEET_REQUESTS_PER_SECOND has to be a whole number");
  }

  private static Fields limits(int onfleet, int fleetio) {
    return Fields.of(
        Json.read(
            Json.write(new LimitsBody(onfleet, fleetio, Optional.empty(), Optional.empty()))));
  }

  private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
    return function.handleRequest(event, unreachable(Context.class));
  }

  private static APIGatewayV2HTTPEvent event(String method, String path) {
    APIGatewayV2HTTPEvent event = Priming.get(path);
    event.getRequestContext().getHttp().setMethod(method);
    return event;
  }

  private static APIGatewayV2HTTPEvent signed(APIGatewayV2HTTPEvent event) {
    IAM iam = IAM.builder().withUserArn("arn:aws:iam::123456789012:user/ada").build();
    event.getRequestContext().setAuthorizer(Authorizer.builder().withIam(iam).build());
    return event;
  }

  private static void assertProblem(APIGatewayV2HTTPResponse response, String problem) {
    assertThat(response.getHeaders()).containsEntry("Content-Type", "application/problem+json");
    assertThat(Json.read(response.getBody())).isEqualTo(Json.read(problem));
    assertThat(Json.read(response.getBody()).get("status").asInt())
        .isEqualTo(response.getStatusCode());
  }

  private static void assertErrors(APIGatewayV2HTTPResponse response, String errors) {
    assertProblem(
        response,
        """
        {
          "status": 422,
          "title": "Unprocessable",
          "detail": "Some values are not as they have to be.",
          "errors": %s
        }
        """
            .formatted(errors));
  }

  private static void assertErrors(String method, String path, Failure failure, String errors) {
    Object body =
        new OperatorVoice().failure(Request.of(event(method, path)), failure).body().orElseThrow();
    assertThat(Json.read(Json.write(body)).get("errors")).isEqualTo(Json.read(errors));
  }

  private static Wiring wiring(Map<String, String> environment) {
    return new Wiring(
        environment,
        () -> unreachable(Store.class),
        () -> {
          throw new AssertionError("Nobody was to open a queue");
        },
        Clock.systemUTC(),
        () -> "0123456789abcdef0123456789abcdef",
        UUID::randomUUID);
  }

  /** Something that nobody is to call. */
  private static <T> T unreachable(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, _) -> {
              throw new AssertionError("Nobody was to call " + method);
            }));
  }
}
