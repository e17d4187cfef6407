package interline.store;

import interline.fleet.Address;
import interline.fleet.Failure;
import interline.fleet.Geocoder;
import interline.fleet.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.protocols.jsoncore.JsonWriter;

/** Looks addresses up at Amazon Location: one signed call of its Geocode operation for each. */
final class AmazonLocation implements Geocoder {

  private static final String SERVICE = "geo-places";

  /** Below it the answer is another place than the one that was asked for. */
  private static final double GOOD = 0.9;

  private static final int OK = 200;
  private static final int TOO_MANY = 429;
  private static final int FAULT = 500;

  private final SdkHttpClient client;
  private final IdentityProvider<? extends AwsCredentialsIdentity> credentials;
  private final String region;
  private final URI endpoint;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  AmazonLocation(
      SdkHttpClient client,
      IdentityProvider<? extends AwsCredentialsIdentity> credentials,
      String region,
      URI endpoint) {
    this.client = client;
    this.credentials = credentials;
    this.region = region;
    this.endpoint = endpoint;
  }

  @Override
  public Optional<Place> find(Question question) {
    return answer(asked(question)).field("ResultItems").map(JsonNode::asArray).stream()
        .flatMap(List::stream)
        .findFirst()
        .flatMap(item -> place(question, item));
  }

  private static byte[] asked(Question question) {
    JsonWriter json = JsonWriter.create().writeStartObject();
    json.writeFieldName("QueryText").writeValue(question.address().line());
    json.writeFieldName("MaxResults").writeValue(1);
    question.language().ifPresent(it -> json.writeFieldName("Language").writeValue(it));
    if (question.whole() || question.address().country().isEmpty()) {
      question
          .country()
          .ifPresent(
              it -> {
                json.writeFieldName("Filter").writeStartObject();
                json.writeFieldName("IncludeCountries").writeStartArray().writeValue(it);
                json.writeEndArray().writeEndObject();
              });
    }
    return json.writeEndObject().getBytes();
  }

  private JsonNode answer(byte[] body) {
    ContentStreamProvider content = () -> new ByteArrayInputStream(body);
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(endpoint.resolve("/v2/geocode"))
            .putHeader("Content-Type", "application/json")
            .putHeader("Content-Length", Integer.toString(body.length))
            .build();
    AwsCredentialsIdentity identity = credentials.resolveIdentity().join();
    SignedRequest signed =
        signer.sign(
            it ->
                it.identity(identity)
                    .request(request)
                    .payload(content)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    try {
      HttpExecuteResponse response =
          client
              .prepareRequest(
                  HttpExecuteRequest.builder()
                      .request(signed.request())
                      .contentStreamProvider(signed.payload().orElse(content))
                      .build())
              .call();
      String text = text(response);
      int status = response.httpResponse().statusCode();
      if (status == TOO_MANY || status >= FAULT) {
        throw new Failure.Busy();
      }
      if (status != OK) {
        throw new IllegalStateException("Amazon Location answered " + status + ": " + text);
      }
      return JsonNode.parser().parse(text);
    } catch (IOException e) {
      throw new Failure.Busy();
    }
  }

  private static String text(HttpExecuteResponse response) throws IOException {
    try (InputStream body = response.responseBody().orElseThrow()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Optional<Place> place(Question question, JsonNode item) {
    List<JsonNode> position = item.field("Position").map(JsonNode::asArray).orElse(List.of());
    if (position.size() != 2) {
      return Optional.empty();
    }
    Location location = new Location(number(position.get(1)), number(position.get(0)));
    JsonNode found = item.field("Address").orElseGet(JsonNode::emptyObjectNode);
    Address asked = question.address();
    Address address =
        new Address(
            asked.name(),
            text(found, "AddressNumber").or(() -> question.whole() ? none() : asked.number()),
            text(found, "Street").or(asked::street),
            asked.apartment(),
            text(found, "Locality").or(asked::city),
            name(found, "SubRegion"),
            name(found, "Region").or(asked::state),
            text(found, "PostalCode").or(asked::postalCode),
            name(found, "Country").or(asked::country));
    return Optional.of(
        new Place(
            address, Optional.of(location), text(item, "PlaceId"), doubts(question, item, found)));
  }

  private static Set<Doubt> doubts(Question question, JsonNode item, JsonNode found) {
    Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    if (differs(question.address().number(), text(found, "AddressNumber"))) {
      doubts.add(Doubt.NUMBER_DIFFERS);
    }
    if (differs(question.address().postalCode(), text(found, "PostalCode"))) {
      doubts.add(Doubt.POSTAL_CODE_DIFFERS);
    }
    Set<String> exact = Set.of("PointAddress", "InterpolatedAddress", "SecondaryAddress");
    if (text(item, "PlaceType").filter(type -> !exact.contains(type)).isPresent()) {
      doubts.add(Doubt.CENTRE_ONLY);
    }
    if (item.field("MatchScores")
        .flatMap(scores -> scores.field("Overall"))
        .filter(score -> number(score) < GOOD)
        .isPresent()) {
      doubts.add(Doubt.PARTIAL);
    }
    return doubts;
  }

  private static boolean differs(Optional<String> asked, Optional<String> found) {
    return asked.isPresent() && found.filter(it -> !it.startsWith(asked.get())).isPresent();
  }

  private static Optional<String> name(JsonNode address, String part) {
    return address.field(part).filter(JsonNode::isObject).flatMap(it -> text(it, "Name"));
  }

  private static Optional<String> text(JsonNode object, String name) {
    return object
        .field(name)
        .filter(JsonNode::isString)
        .map(JsonNode::asString)
        .filter(text -> !text.isBlank());
  }

  private static double number(JsonNode node) {
    return Double.parseDouble(node.asNumber());
  }

  private static Optional<String> none() {
    return Optional.empty();
  }
}
