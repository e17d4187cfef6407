package interline.local;

import static org.assertj.core.api.Assertions.assertThat;

import interline.local.Routes.Match;
import interline.local.Template.Authorization;
import interline.local.Template.Route;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
  private static final Routes ROUTES =
      new Routes(
          Stream.of(
                  "ANY /{proxy+}",
                  "ANY /jobs/{proxy+}",
                  "ANY /jobs",
                  "GET /jobs",
                  "GET /jobs/{id}",
                  "GET /jobs/summary",
                  "ANY /jobs/summary",
                  "GET /jobs/{id}/can-do/{tech}",
                  "POST /jobs/{id}/can-do/{rest+}")
              .map(key -> key.split(" ", 2))
              .map(key -> new Route(key[0], key[1], "F", Authorization.NONE))
              .toList());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /jobs               | GET /jobs                       | {}
          POST   | /jobs               | ANY /jobs                       | {}
          GET    | /jobs/              | ANY /jobs/{proxy+}              | {proxy=}
          GET    | /jobs/7             | GET /jobs/{id}                  | {id=7}
          PATCH  | /jobs/7             | ANY /jobs/{proxy+}              | {proxy=7}
          GET    | /jobs/7/            | ANY /jobs/{proxy+}              | {proxy=7/}
          GET    | /jobs/summary       | GET /jobs/summary               | {}
          POST   | /jobs/summary       | ANY /jobs/summary               | {}
          GET    | /jobs/7/can-do/9    | GET /jobs/{id}/can-do/{tech}    | {id=7, tech=9}
          POST   | /jobs/7/can-do/9/x  | POST /jobs/{id}/can-do/{rest+}  | {id=7, rest=9/x}
          GET    | /                   | ANY /{proxy+}                   | {proxy=}
          GET    | /jobsx              | ANY /{proxy+}                   | {proxy=jobsx}
          """)
  void theMostSpecificRouteWins(String method, String path, String key, String parameters) {
    Optional<Match> match = ROUTES.find(method, path);

    assertThat(match.map(found -> found.route().key())).contains(key);
    assertThat(match.map(found -> found.parameters().toString())).contains(parameters);
  }

  @ParameterizedTest
  @CsvSource({"GET, /", "GET, /other", "POST, /jobs", "GET, /jobs/7"})
  void whatNoRouteMatchesIsNowhereUnlessThereIsADefault(String method, String path) {
    var jobs = new Route("GET", "/jobs", "F", Authorization.NONE);
    var fallback = new Route("ANY", Route.DEFAULT, "F", Authorization.NONE);

    assertThat(new Routes(List.of(jobs)).find(method, path)).isEmpty();
    assertThat(new Routes(List.of(fallback, jobs)).find(method, path))
        .map(found -> found.route().key())
        .contains("$default");
    assertThat(new Routes(List.of(fallback, jobs)).find("GET", "/jobs"))
        .map(found -> found.route().key())
        .contains("GET /jobs");
  }
}
