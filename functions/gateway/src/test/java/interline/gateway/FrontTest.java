package interline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Caller;
import interline.fleet.Decision;
import interline.fleet.Failure;
import interline.fleet.Kind;
import interline.fleet.OrganizationId;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrontTest {

  private final Fronts.Log log = new Fronts.Log();

  @Test
  void handsACallToItsEndpointAndTheAnswerBack() {
    Front front =
        front(
            Routes.at("/jobs")
                .post(
                    "/{id}/start",
                    call ->
                        Answer.created(
                                Map.of(
                                    "by", call.caller().name(),
                                    "job", call.id("id"),
                                    "note", call.fields().required("note", Fields::text)))
                            .header("Location", "/jobs/7")));

    APIGatewayV2HTTPResponse response =
        handle(front, Priming.post("/jobs/7/start/", "{\"note\":\"quick\"}"));

    assertThat(response.getStatusCode()).isEqualTo(201);
    assertThat(response.getHeaders())
        .containsEntry("Content-Type", "application/json")
        .containsEntry("Location", "/jobs/7");
    assertThat(Json.read(response.getBody()))
        .isEqualTo(Json.read("{\"by\":\"somebody\",\"job\":7,\"note\":\"quick\"}"));
  }

  @Test
  void sortsOutPathsAndMethodsBeforeAskingWhoCalls() {
    Front front = closed().routing(jobs());

    assertSaid(handle(front, Priming.get("/nowhere")), 404, "no such path");
    APIGatewayV2HTTPResponse wrongMethod = handle(front, Priming.post("/jobs", "{}"));
    assertThat(wrongMethod.getStatusCode()).isEqualTo(405);
    assertThat(wrongMethod.getHeaders()).containsEntry("Allow", "DELETE, GET");
    assertSaid(handle(front, Priming.get("/jobs")), 401, "unauthenticated");
  }

  @Test
  void asksWhoCallsBeforeAnythingElseIfToldTo() {
    Front front = closed().authenticatingFirst().routing(jobs());

    assertSaid(handle(front, Priming.get("/nowhere")), 401, "unauthenticated");
    assertSaid(handle(front, Priming.post("/jobs", "{}")), 401, "unauthenticated");
  }

  @Test
  void admitsOnlyCallsThatReachAnEndpoint() {
    List<String> admitted = new ArrayList<>();
    Front front =
        builder()
            .admitting(
                call -> {
                  admitted.add(call.request().path());
                  return Admission.Verdict.PASSED;
                })
            .routing(jobs());

    handle(front, Priming.get("/jobs"));
    handle(front, Priming.get("/nowhere"));
    handle(front, Priming.post("/jobs", "{}"));

    assertThat(admitted).containsExactly("/jobs");
  }

  @Test
  void saysInTheWordsOfTheDialectWhatTheFleetRefuses() {
    Front front =
        front(
            Routes.at("/jobs")
                .get(
                    "",
                    _ -> {
                      throw new Failure.NotFound(Kind.TASK);
                    }));

    assertSaid(handle(front, Priming.get("/jobs")), 422, "failure");
    assertThat(log.lines).isEmpty();
  }

  @Test
  void saysInTheWordsOfTheDialectWhatCannotBeRead() {
    Front front = front(Routes.at("/jobs").post("", call -> Answer.ok(call.fields().json())));

    assertSaid(handle(front, Priming.post("/jobs", "{")), 400, "malformed");
    assertSaid(handle(front, Priming.post("/jobs", "[]")), 400, "malformed");
    assertThat(log.lines).isEmpty();
  }

  @Test
  void saysInTheWordsOfTheDialectWhatIsTooLargeToSend() {
    Front front = front(Routes.at("/jobs").get("", _ -> Answer.ok("x".repeat(7_000_000))));

    assertSaid(handle(front, Priming.get("/jobs")), 413, "too large");
  }

  @Test
  void tellsTheLogWhatFailedAndTheClientNothing() {
    Front front =
        front(
            Routes.at("/jobs")
                .get(
                    "",
                    _ -> {
                      throw new IllegalStateException(
                          "table 'interline' is gone", new RuntimeException("deeper"));
                    }));

    APIGatewayV2HTTPResponse response = handle(front, Priming.get("/jobs"));

    assertSaid(response, 500, "fault");
    assertThat(response.toString()).doesNotContain("interline", "IllegalState", "deeper", "at ");
    assertThat(log.lines)
        .singleElement()
        .asString()
        .startsWith("Request priming failed: java.lang.IllegalStateException: table 'interline'")
        .contains("FrontTest.java:", "Caused by: java.lang.RuntimeException: deeper");
  }

  @Test
  void tellsTheClientNothingOfAnAnswerThatCannotBeWrittenEither() {
    Front front = front(Routes.at("/jobs").get("", _ -> Answer.ok(new Object())));

    assertSaid(handle(front, Priming.get("/jobs")), 500, "fault");
    assertThat(log.lines).hasSize(1);
  }

  @Test
  void rehearsesWithoutWritingOrTakingPermits() {
    List<String> rehearsed = new ArrayList<>();
    Front front =
        builder()
            .admitting(
                call -> {
                  call.permit("calls", 1, Duration.ofSeconds(1));
                  return Admission.Verdict.PASSED;
                })
            .routing(
                Routes.at("/jobs")
                    .post(
                        "",
                        call -> {
                          rehearsed.add(call.fields().required("name", Fields::text));
                          return Answer.ok(call.commit(_ -> Decision.of("done")));
                        })
                    .get(
                        "",
                        _ -> {
                          throw new IllegalStateException("No table yet");
                        })
                    .build());

    front.rehearse(Priming.post("/jobs", "{\"name\":\"A\"}"));
    front.rehearse(Priming.get("/jobs"));

    assertThat(rehearsed).as("at the door, and past it").containsExactly("A", "A");
  }

  @Test
  void rehearsesWhatIsBehindADoorThatStaysShut() {
    List<Caller> rehearsed = new ArrayList<>();
    Front front =
        closed()
            .routing(
                Routes.at("/jobs")
                    .get(
                        "",
                        call -> {
                          rehearsed.add(call.caller());
                          return Answer.ok("done");
                        })
                    .build());

    front.rehearse(Priming.get("/jobs"));

    assertThat(rehearsed).singleElement().returns(OrganizationId.OPERATOR, Caller::organization);
  }

  private static Front.Builder builder() {
    return Front.of(Fronts.WIRING, Fronts.VOICE, _ -> Fronts.CALLER);
  }

  private static Front.Builder closed() {
    return Front.of(
        Fronts.WIRING,
        Fronts.VOICE,
        _ -> {
          throw new Failure.Unauthenticated("Nobody");
        });
  }

  private static Front front(Routes.Builder routes) {
    return builder().routing(routes.build());
  }

  private static Routes jobs() {
    return Routes.at("/jobs")
        .get("", _ -> Answer.ok(List.of()))
        .delete("", _ -> Answer.noContent())
        .build();
  }

  private APIGatewayV2HTTPResponse handle(Front front, APIGatewayV2HTTPEvent event) {
    return front.handle(event, logging(log));
  }

  private static void assertSaid(APIGatewayV2HTTPResponse response, int status, String word) {
    assertThat(response.getStatusCode()).isEqualTo(status);
    assertThat(response.getBody()).isEqualTo('"' + word + '"');
  }

  /** A context of which only the log is of interest. */
  private static Context logging(Fronts.Log log) {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (_, method, _) -> {
              assertThat(method.getName()).isEqualTo("getLogger");
              return log;
            });
  }
}
