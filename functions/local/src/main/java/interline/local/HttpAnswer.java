package interline.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An answer to a client, as an HTTP API makes it of a function's. Values of one header are joined;
 * only cookies may repeat ({@code multiValueHeaders} belongs to another payload format and counts
 * for nothing).
 */
final class HttpAnswer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_BYTES = 6 * 1024 * 1024;

  private final int status;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  private HttpAnswer(int status, Map<String, List<String>> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  static HttpAnswer notFound() {
    return message(404, "Not Found");
  }

  static HttpAnswer forbidden() {
    return message(403, "Forbidden");
  }

  static HttpAnswer tooLarge() {
    return message(413, "Request Entity Too Large");
  }

  static HttpAnswer failure() {
    return message(500, "Internal Server Error");
  }

  static HttpAnswer of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed _ -> failure();
      case Outcome.Answered(String json)
          when json.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES ->
          failure();
      case Outcome.Answered(String json) -> of(json);
    };
  }

  private static HttpAnswer of(String json) {
    try {
      JsonNode answer = JSON.readTree(json);
      if (!answer.has("statusCode")) {
        return new HttpAnswer(
            200,
            headers("content-type", "application/json"),
            json.getBytes(StandardCharsets.UTF_8));
      }
      int status = answer.path("statusCode").asInt();
      if (status < 100 || status > 599) {
        return failure();
      }
      return new HttpAnswer(status, headers(answer), body(answer));
    } catch (JsonProcessingException | IllegalArgumentException _) {
      return failure();
    }
  }

  int status() {
    return status;
  }

  Map<String, List<String>> headers() {
    return headers;
  }

  byte[] body() {
    return body.clone();
  }

  private static byte[] body(JsonNode answer) {
    String body = answer.path("body").asText("");
    return answer.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, List<String>> headers(JsonNode answer) {
    Map<String, List<String>> headers = headers("content-type", "text/plain;charset=UTF-8");
    answer
        .path("headers")
        .properties()
        .forEach(
            header ->
                headers.put(
                    header.getKey().toLowerCase(Locale.ROOT), List.of(header.getValue().asText())));
    var cookies = new ArrayList<String>();
    answer.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
    if (!cookies.isEmpty()) {
      headers.put("set-cookie", cookies);
    }
    return headers;
  }

  private static Map<String, List<String>> headers(String name, String value) {
    var headers = new LinkedHashMap<String, List<String>>();
    headers.put(name, List.of(value));
    return headers;
  }

  private static HttpAnswer message(int status, String message) {
    return new HttpAnswer(
        status,
        headers("content-type", "application/json"),
        "{\"message\":\"%s\"}".formatted(message).getBytes(StandardCharsets.UTF_8));
  }
}
