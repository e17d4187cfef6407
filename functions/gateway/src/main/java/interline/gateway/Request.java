package interline.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Http;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.IAM;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a client asked, decoded from the event that API Gateway made of it. Any event can be
 * decoded; a body is read when it is asked for.
 */
public final class Request {

  private final APIGatewayV2HTTPEvent event;
  private final Optional<RequestContext> context;
  private final String method;
  private final List<String> segments;
  private final Map<String, List<String>> query;
  private final Map<String, String> headers;
  private final Map<String, String> parameters;

  private Request(
      APIGatewayV2HTTPEvent event,
      Optional<RequestContext> context,
      String method,
      List<String> segments,
      Map<String, List<String>> query,
      Map<String, String> headers,
      Map<String, String> parameters) {
    this.event = event;
    this.context = context;
    this.method = method;
    this.segments = segments;
    this.query = query;
    this.headers = headers;
    this.parameters = parameters;
  }

  public static Request of(APIGatewayV2HTTPEvent event) {
    Optional<RequestContext> context = Optional.ofNullable(event.getRequestContext());
    Optional<Http> http = context.map(RequestContext::getHttp);
    String path =
        Optional.ofNullable(event.getRawPath()).or(() -> http.map(Http::getPath)).orElse("/");
    return new Request(
        event,
        context,
        http.map(Http::getMethod).orElse("GET"),
        Percent.segments(path),
        query(event),
        headers(event),
        Map.of());
  }

  /** The same request, with what the pattern of its route found in the path. */
  Request with(Map<String, String> parameters) {
    return new Request(event, context, method, segments, query, headers, parameters);
  }

  public String method() {
    return method;
  }

  /** The decoded path, without a slash at its end. */
  public String path() {
    return "/" + String.join("/", segments);
  }

  List<String> segments() {
    return segments;
  }

  /** What stands in the path in place of a parameter of the route's pattern. */
  public String parameter(String name) {
    String value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The pattern of this route has no {" + name + "}");
    }
    return value;
  }

  /** The same, where not every pattern that leads to an endpoint has the parameter. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /**
   * The number of a record in the path. One that is too large for any record is read as the largest
   * there is, so that it is not found rather than malformed.
   *
   * @throws Malformed.BadField if it is no whole number without sign
   */
  public long id(String name) {
    String digits = parameter(name);
    if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new Malformed.BadField(name, Expected.Form.INTEGER);
    }
    return digits.length() < 19
        ? Long.parseLong(digits)
        : new BigInteger(digits).min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
  }

  /** All parameters of the query in their order, each with all its values. */
  public Map<String, List<String>> query() {
    return query;
  }

  /** The first value of a parameter of the query; it may be empty. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name)).map(List::getFirst);
  }

  /** The first value of each parameter of the query, to be read like the members of a body. */
  public Fields queryFields() {
    return Fields.of(query);
  }

  /** A header, whatever the case of its name; repeated ones are joined by commas. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /**
   * The body as text; empty if there is none.
   *
   * @throws Malformed.Body if it is no UTF-8
   */
  public String body() {
    String body = event.getBody();
    if (body == null) {
      return "";
    }
    if (!event.getIsBase64Encoded()) {
      return body;
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(body);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw new Malformed.Body(Malformed.Body.Defect.NOT_TEXT);
    }
  }

  /**
   * The body as one JSON value.
   *
   * @throws Malformed.Body if it is anything else
   */
  public JsonNode json() {
    return Json.read(body());
  }

  /**
   * The members of the body.
   *
   * @throws Malformed.Body if it is no JSON object
   */
  public Fields fields() {
    return Fields.of(json());
  }

  public Optional<String> sourceIp() {
    return context.map(RequestContext::getHttp).map(Http::getSourceIp);
  }

  /** How the logs call this request. */
  public String requestId() {
    return context.map(RequestContext::getRequestId).orElse("-");
  }

  /** Who signed the request with credentials of the AWS account, if API Gateway checked that. */
  public Optional<String> signer() {
    return context
        .map(RequestContext::getAuthorizer)
        .map(Authorizer::getIam)
        .map(iam -> Optional.ofNullable(iam.getUserArn()).orElse(unnamed(iam)));
  }

  private static String unnamed(IAM iam) {
    return Optional.ofNullable(iam.getUserId()).orElse("operator");
  }

  /** The map that comes with the event joins duplicates by commas: only good without the text. */
  private static Map<String, List<String>> query(APIGatewayV2HTTPEvent event) {
    if (event.getRawQueryString() != null) {
      return Percent.parameters(event.getRawQueryString());
    }
    Map<String, List<String>> query = new LinkedHashMap<>();
    if (event.getQueryStringParameters() != null) {
      event.getQueryStringParameters().forEach((name, value) -> query.put(name, List.of(value)));
    }
    return query;
  }

  private static Map<String, String> headers(APIGatewayV2HTTPEvent event) {
    Map<String, String> headers = new HashMap<>();
    if (event.getHeaders() != null) {
      event
          .getHeaders()
          .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    }
    return headers;
  }
}
