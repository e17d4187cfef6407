package interline.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {

  private static final Routes ROUTES =
      Routes.at("/api/v1", "/api")
          .get("/jobs/", answering("list"))
          .post("/jobs", answering("create"))
          .get("/jobs/{id}", answering("get"))
          .patch("/jobs/{id}", answering("revise"))
          .get("/jobs/summary", answering("summary"))
          .get("/jobs/{job}/can-do/{worker}", answering("can-do"))
          .post("/jobs/{id}/start", answering("start"))
          .put("/jobs/summary/of/day", answering("day"))
          .delete("/jobs/{id}", answering("delete"))
          .build();

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/jobs, list",
    "GET, /api/v1/jobs/, list",
    "GET, /api/jobs, list",
    "POST, /api/v1/jobs/, create",
    "GET, /api/v1/jobs/7, get",
    "GET, /api/v1/jobs/7/, get",
    "GET, /api/v1/jobs/summary, summary",
    "GET, /api/v1/jobs/summar%79/, summary",
    "DELETE, /api/v1/jobs/7, delete",
    "GET, /api/v1/jobs/7/can-do/9, can-do",
    "PUT, /api/v1/jobs/summary/of/day, day",
    "POST, /api/v1/jobs/summary/start, start"
  })
  void findsTheEndpointOfAPath(String method, String path, String endpoint) {
    assertThat(found(method, path).endpoint().answer(nobodysCall()).body()).contains(endpoint);
  }

  @Test
  void tellsWhatStandsInPlaceOfTheParameters() {
    assertThat(found("GET", "/api/v1/jobs/7/can-do/9%2F1").parameters())
        .isEqualTo(Map.of("job", "7", "worker", "9/1"));
    assertThat(found("GET", "/api/v1/jobs").parameters()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/",
    "/api/v1",
    "/api/v1/job",
    "/api/v1/jobs//",
    "/api/v1//jobs",
    "/api/v1/jobs//start",
    "/api/v1/jobs/7/can-do",
    "/api/v1/jobs/7/can-do/",
    "/api/v1/jobs/7/can-do/9/10",
    "/API/v1/jobs",
    "/v1/jobs"
  })
  void knowsNoOtherPaths(String path) {
    assertThat(match("GET", path)).isEqualTo(new Routes.Match.NoPath());
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /api/v1/jobs, GET POST",
    "POST, /api/v1/jobs/7, DELETE GET PATCH",
    "PATCH, /api/v1/jobs/summary, GET",
    "HEAD, /api/v1/jobs/7, DELETE GET PATCH",
    "get, /api/v1/jobs/7, DELETE GET PATCH"
  })
  void tellsWhichMethodsAPathHasInstead(String method, String path, String allowed) {
    assertThat(match(method, path))
        .isInstanceOfSatisfying(
            Routes.Match.WrongMethod.class,
            wrong -> assertThat(wrong.allowed()).containsExactly(allowed.split(" ")));
  }

  @Test
  void refusesTwoEndpointsForOneMethodAndPath() {
    Routes.Builder routes = Routes.at("").get("/jobs/{id}", answering("get"));

    assertThatThrownBy(() -> routes.get("/jobs/{job}/", answering("again")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Two endpoints for GET /jobs/{job}");
  }

  private static Routes.Match.Found found(String method, String path) {
    Routes.Match match = match(method, path);
    assertThat(match).isInstanceOf(Routes.Match.Found.class);
    return (Routes.Match.Found) match;
  }

  private static Routes.Match match(String method, String path) {
    return ROUTES.match(method, Percent.segments(path));
  }

  private static Endpoint answering(String word) {
    return _ -> Answer.ok(word);
  }

  private static Call nobodysCall() {
    return new Call(Request.of(Priming.get("/")), Fronts.CALLER, Fronts.NO_STORE);
  }
}
