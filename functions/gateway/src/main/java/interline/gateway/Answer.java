package interline.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a client is told.
 *
 * @param headers in the order in which they were set
 * @param body anything that can be written as JSON
 */
public record Answer(int status, Map<String, String> headers, Optional<Object> body) {

  /**
   * As many bytes as a body may take within the JSON text that a function returns. Lambda's limit
   * of 6 MB is for the whole of that text; the rest is for headers.
   */
  private static final int LARGEST = 6_000_000;

  private static final String CONTENT_TYPE = "Content-Type";

  public Answer {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  public static Answer ok(Object body) {
    return of(200, body);
  }

  public static Answer created(Object body) {
    return of(201, body);
  }

  public static Answer noContent() {
    return empty(204);
  }

  public static Answer of(int status, Object body) {
    return new Answer(status, Map.of(), Optional.of(body));
  }

  /** An answer without a body. */
  public static Answer empty(int status) {
    return new Answer(status, Map.of(), Optional.empty());
  }

  /** The same answer with a header, in place of any of that name. */
  public Answer header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.keySet().removeIf(name::equalsIgnoreCase);
    more.put(name, value);
    return new Answer(status, more, body);
  }

  /**
   * The answer as Lambda takes it.
   *
   * @throws TooLarge if Lambda would not take it
   */
  APIGatewayV2HTTPResponse encoded() {
    Optional<String> text = body.map(Json::write);
    text.filter(Answer::tooLarge)
        .ifPresent(
            _ -> {
              throw new TooLarge();
            });
    boolean typed = headers.keySet().stream().anyMatch(CONTENT_TYPE::equalsIgnoreCase);
    Answer complete = text.isPresent() && !typed ? header(CONTENT_TYPE, "application/json") : this;
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(status)
        .withHeaders(complete.headers)
        .withBody(text.orElse(null))
        .withIsBase64Encoded(false)
        .build();
  }

  /** Whether a text takes too much room as a string within JSON. */
  private static boolean tooLarge(String text) {
    // No character takes more than three bytes, be it escaped or not: control characters, which
    // take six, were written as two or more plain ones already.
    if (text.length() <= LARGEST / 3) {
      return false;
    }
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        bytes += 2;
      } else if (c < 0x80) {
        bytes += 1;
      } else if (c < 0x800 || Character.isSurrogate(c)) {
        bytes += 2;
      } else {
        bytes += 3;
      }
    }
    return bytes > LARGEST;
  }
}
