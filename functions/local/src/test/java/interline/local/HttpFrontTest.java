package interline.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import interline.local.Template.Authorization;
import interline.local.Template.Route;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HttpFrontTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Routes ROUTES =
      new Routes(
          List.of(
              new Route("ANY", "/jobs", "Jobs", Authorization.NONE),
              new Route("ANY", "/jobs/{proxy+}", "Jobs", Authorization.NONE),
              new Route("GET", "/techs/{id}", "Techs", Authorization.NONE),
              new Route("POST", "/operator", "Operator", Authorization.AWS_IAM)));

  private final AtomicReference<String> event = new AtomicReference<>("");
  private final AtomicReference<Outcome> outcome =
      new AtomicReference<>(new Outcome.Answered("{\"statusCode\":204}"));
  private final HttpFront front = front(InetAddress.getLoopbackAddress());

  private HttpFront front(InetAddress bind) {
    HttpFront made = HttpFront.bind(bind, 0);
    made.serve(
        ROUTES,
        (_, given) -> {
          event.set(given);
          return outcome.get();
        });
    return made;
  }

  @AfterEach
  void close() {
    front.close();
  }

  /** A request as it is on the wire, and the parts of the event that it makes. */
  record Golden(String name, String request, String event) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Golden> requests() {
    return List.of(
        new Golden(
            "plain",
            "GET /jobs HTTP/1.1",
            """
            {"version": "2.0", "routeKey": "ANY /jobs", "rawPath": "/jobs", "rawQueryString": "",
             "headers": {"content-length": "0"},
             "requestContext": {
               "routeKey": "ANY /jobs", "stage": "$default",
               "http": {"method": "GET", "path": "/jobs", "protocol": "HTTP/1.1"}},
             "isBase64Encoded": false}
            """),
        new Golden(
            "trailing slash",
            "POST /jobs/ HTTP/1.1",
            """
            {"version": "2.0", "routeKey": "ANY /jobs/{proxy+}", "rawPath": "/jobs/", "rawQueryString": "",
             "headers": {"content-length": "0"},
             "pathParameters": {"proxy": ""},
             "requestContext": {
               "routeKey": "ANY /jobs/{proxy+}", "stage": "$default",
               "http": {"method": "POST", "path": "/jobs/", "protocol": "HTTP/1.1"}},
             "isBase64Encoded": false}
            """),
        new Golden(
            "path and query decoded, duplicates joined",
            "GET /techs/J%C3%BCrgen%20a+b?x=1&y&x=a%2Cb&n%20m=c+d HTTP/1.1",
            """
            {"version": "2.0", "routeKey": "GET /techs/{id}", "rawPath": "/techs/Jürgen a+b",
             "rawQueryString": "x=1&y&x=a%2Cb&n%20m=c+d",
             "headers": {"content-length": "0"},
             "queryStringParameters": {"x": "1,a,b", "y": "", "n m": "c d"},
             "pathParameters": {"id": "Jürgen a+b"},
             "requestContext": {
               "routeKey": "GET /techs/{id}", "stage": "$default",
               "http": {"method": "GET", "path": "/techs/Jürgen a+b", "protocol": "HTTP/1.1"}},
             "isBase64Encoded": false}
            """),
        new Golden(
            "headers lower-cased and joined, cookies moved",
            "GET /jobs HTTP/1.1\nX-One: 1\nx-ONE: 2\nUser-Agent: me/1\nCookie: a=1; b=2",
            """
            {"version": "2.0", "routeKey": "ANY /jobs", "rawPath": "/jobs", "rawQueryString": "",
             "cookies": ["a=1", "b=2"],
             "headers": {"content-length": "0", "x-one": "1,2", "user-agent": "me/1"},
             "requestContext": {
               "routeKey": "ANY /jobs", "stage": "$default",
               "http": {"method": "GET", "path": "/jobs", "protocol": "HTTP/1.1", "userAgent": "me/1"}},
             "isBase64Encoded": false}
            """),
        new Golden(
            "callers of an IAM route are named",
            "POST /operator HTTP/1.1",
            """
            {"version": "2.0", "routeKey": "POST /operator", "rawPath": "/operator", "rawQueryString": "",
             "headers": {"content-length": "0"},
             "requestContext": {
               "authorizer": {"iam": {"accessKey": "local", "accountId": "000000000000",
                 "callerId": "local", "cognitoIdentity": null, "principalOrgId": null,
                 "userArn": "arn:aws:iam::000000000000:user/local", "userId": "local"}},
               "routeKey": "POST /operator", "stage": "$default",
               "http": {"method": "POST", "path": "/operator", "protocol": "HTTP/1.1"}},
             "isBase64Encoded": false}
            """));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void aRequestBecomesTheEventOfTheService(Golden golden) throws IOException {
    send(golden.request(), "");

    ObjectNode seen = (ObjectNode) JSON.readTree(event.get());
    ObjectNode context = (ObjectNode) seen.get("requestContext");
    ObjectNode headers = (ObjectNode) seen.get("headers");
    assertThat(context.remove("time").asText())
        .matches("\\d{2}/[A-Z][a-z]{2}/\\d{4}:\\d{2}:\\d{2}:\\d{2} \\+0000");
    assertThat(context.remove("timeEpoch").isIntegralNumber()).isTrue();
    assertThat(context.remove("requestId").asText()).isNotEmpty();
    assertThat(context.remove("accountId").asText()).isEqualTo("000000000000");
    assertThat(context.remove("apiId").asText()).isEqualTo("local");
    assertThat(context.remove("domainName").asText()).isEqualTo("api.example.com");
    assertThat(context.remove("domainPrefix").asText()).isEqualTo("api");
    assertThat(((ObjectNode) context.get("http")).remove("sourceIp").asText())
        .isEqualTo("127.0.0.1");
    assertThat(headers.remove("host").asText()).isEqualTo("api.example.com:80");
    assertThat(headers.remove("x-forwarded-for").asText()).isEqualTo("127.0.0.1");
    assertThat(headers.remove("x-forwarded-port").asText()).isEqualTo("" + front.uri().getPort());
    assertThat(headers.remove("x-forwarded-proto").asText()).isEqualTo("http");
    assertThat(headers.remove("x-amzn-trace-id").asText()).startsWith("Root=1-");
    assertThat(seen).isEqualTo(JSON.readTree(golden.event()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/json                    | {"a":"ü"} | false
          application/json; charset=UTF-8     | {}        | false
          text/csv                            | a,b       | false
          application/xml                     | <a/>      | false
          application/javascript              | 1         | false
          application/x-www-form-urlencoded   | a=b       | true
          application/ld+json                 | {}        | true
          application/octet-stream            | x         | true
          ''                                  | x         | true
          """)
  void onlyTextPassesAsText(String type, String body, boolean base64) throws IOException {
    send("POST /jobs HTTP/1.1" + (type.isEmpty() ? "" : "\nContent-Type: " + type), body);

    JsonNode seen = JSON.readTree(event.get());
    assertThat(seen.get("isBase64Encoded").asBoolean()).isEqualTo(base64);
    assertThat(
            base64 ? new String(seen.get("body").binaryValue(), UTF_8) : seen.get("body").asText())
        .isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"statusCode":201,"headers":{"Content-Type":"a/b"},"body":"x"}   | 201 | a/b                        | x
          {"statusCode":200,"body":"eHk=","isBase64Encoded":true}          | 200 | text/plain;charset=UTF-8   | xy
          {"statusCode":409,"body":null}                                   | 409 | text/plain;charset=UTF-8   | ''
          {"free":"form"}                                                  | 200 | application/json           | {"free":"form"}
          {"statusCode":"often"}                                           | 500 | application/json           | {"message":"Internal Server Error"}
          {"statusCode":200,"body":"*","isBase64Encoded":true}             | 500 | application/json           | {"message":"Internal Server Error"}
          no json                                                          | 500 | application/json           | {"message":"Internal Server Error"}
          """)
  void anAnswerBecomesTheResponseOfTheService(String json, int status, String type, String body)
      throws Exception {
    outcome.set(new Outcome.Answered(json));

    HttpResponse<String> response = get("/jobs");

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("content-type")).contains(type);
    assertThat(response.headers().firstValue("apigw-requestid")).isPresent();
    assertThat(response.body()).isEqualTo(body);
  }

  @Test
  void cookiesRepeatAndHeadHasNoBody() throws Exception {
    outcome.set(
        new Outcome.Answered(
            "{\"statusCode\":200,\"cookies\":[\"a=1\",\"b=2\"],\"body\":\"xyz\"}"));

    assertThat(get("/jobs").headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
    assertThat(send("HEAD /jobs HTTP/1.1", "")).contains("Content-length: 3").endsWith("\r\n\r\n");
  }

  @Test
  void failuresAndLimitsAnswerAsTheServiceDoes() throws Exception {
    assertThat(get("/nowhere"))
        .returns(404, HttpResponse::statusCode)
        .returns("{\"message\":\"Not Found\"}", HttpResponse::body);
    outcome.set(new Outcome.Failed("x.Y", "secret"));
    assertThat(get("/jobs"))
        .returns(500, HttpResponse::statusCode)
        .returns("{\"message\":\"Internal Server Error\"}", HttpResponse::body);
    outcome.set(new Outcome.Answered("{\"body\":\"" + "x".repeat(6 << 20) + "\"}"));
    assertThat(get("/jobs").statusCode()).isEqualTo(500);
    assertThat(post(new byte[(10 << 20) + 1]).statusCode()).isEqualTo(413);
  }

  @Test
  void iamRoutesAreForThisMachineOnly() throws Exception {
    Optional<InetAddress> outside =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
            .findFirst();
    assumeThat(outside).as("an address that is not loopback").isPresent();
    try (HttpFront everywhere = front(new InetSocketAddress(0).getAddress())) {
      URI uri = Emulators.uri(outside.get(), everywhere.uri().getPort());

      assertThat(send(uri, "POST /operator HTTP/1.1", ""))
          .startsWith("HTTP/1.1 403")
          .endsWith("{\"message\":\"Forbidden\"}");
      assertThat(send(uri, "GET /jobs HTTP/1.1", "")).startsWith("HTTP/1.1 204");
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return exchange(HttpRequest.newBuilder(front.uri().resolve(path)).build());
  }

  private HttpResponse<String> post(byte[] body) throws IOException, InterruptedException {
    return exchange(
        HttpRequest.newBuilder(front.uri().resolve("/jobs"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build());
  }

  private static HttpResponse<String> exchange(HttpRequest request)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }

  private String send(String head, String body) throws IOException {
    return send(front.uri(), head, body);
  }

  /** Sends exactly these bytes, which no HTTP client would. */
  private static String send(URI uri, String head, String body) throws IOException {
    byte[] content = body.getBytes(UTF_8);
    try (var socket = new Socket(uri.getHost(), uri.getPort())) {
      String lines =
          head + "\nHost: api.example.com:80\nConnection: close\nContent-Length: " + content.length;
      socket
          .getOutputStream()
          .write((lines.replace("\n", "\r\n") + "\r\n\r\n").getBytes(ISO_8859_1));
      socket.getOutputStream().write(content);
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
