package interline.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import interline.fleet.Address;
import interline.fleet.Geocoder;
import interline.fleet.Location;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

final class AmazonLocationTest {

  private final HttpServer server = server();
  private final List<String> asked = new ArrayList<>();
  private String answer = "{\"ResultItems\":[]}";

  @BeforeEach
  void start() {
    server.createContext(
        "/v2/geocode",
        exchange -> {
          asked.add(
              Objects.requireNonNullElse(
                  exchange.getRequestHeaders().getFirst("Authorization"), ""));
          asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aTextIsAskedForInTheOrganizationsCountryAndAnsweredInParts() {
    answer =
        """
        {"ResultItems":[{"PlaceId":"p7","PlaceType":"PointAddress","Position":[-122.6,45.5],
          "Address":{"AddressNumber":"1200","Street":"SE Morrison St","Locality":"Portland",
            "SubRegion":{"Name":"Multnomah"},"Region":{"Code":"OR","Name":"Oregon"},
            "PostalCode":"97214-2345","Country":{"Code2":"US","Name":"United States"}},
          "MatchScores":{"Overall":0.98}}]}\
        """;

    Geocoder.Place place = find(Address.of("1200 morrison"), true).orElseThrow();

    assertThat(place.location()).contains(new Location(45.5, -122.6));
    assertThat(place.name()).contains("p7");
    assertThat(place.doubts()).isEmpty();
    assertThat(place.address().line())
        .isEqualTo("1200 SE Morrison St, Portland, Oregon 97214-2345, United States");
    assertThat(asked.get(0)).contains("Credential=a/", "/eu-west-1/geo-places/aws4_request");
    assertThat(asked.get(1))
        .isEqualTo(
            "{\"QueryText\":\"1200 morrison\",\"MaxResults\":1,"
                + "\"Filter\":{\"IncludeCountries\":[\"US\"]}}");
  }

  @Test
  void doubtsAreTold() {
    answer =
        """
        {"ResultItems":[{"PlaceType":"Street","Position":[1,2],
          "Address":{"AddressNumber":"12"},"MatchScores":{"Overall":0.5}}]}\
        """;

    Address said =
        new Address(
            Optional.empty(),
            Optional.of("7"),
            Optional.of("High Street"),
            Optional.of("4b"),
            Optional.of("Leeds"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("United Kingdom"));

    assertThat(find(said, false).orElseThrow().doubts())
        .containsExactlyInAnyOrder(
            Geocoder.Doubt.NUMBER_DIFFERS, Geocoder.Doubt.CENTRE_ONLY, Geocoder.Doubt.PARTIAL);
  }

  @Test
  void whatNobodyKnowsIsNowhere() {
    assertThat(find(Address.of("nowhere"), true)).isEmpty();
  }

  private Optional<Geocoder.Place> find(Address address, boolean whole) {
    Geocoder geocoder =
        new AmazonLocation(
            UrlConnectionHttpClient.create(),
            StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")),
            "eu-west-1",
            URI.create("http://localhost:" + server.getAddress().getPort()));
    return geocoder.find(
        new Geocoder.Question(address, whole, Optional.empty(), Optional.of("US")));
  }

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
