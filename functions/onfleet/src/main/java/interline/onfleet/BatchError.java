package interline.onfleet;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Failure;
import interline.gateway.Answer;
import interline.gateway.Json;
import interline.gateway.Malformed;
import interline.gateway.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why one of several tasks was not made: what a request for it alone would have been told.
 *
 * @param statusCode the status that such a request would have got
 */
record BatchError(int statusCode, int error, String message, Optional<Object> cause) {

  static BatchError of(OnfleetVoice voice, Request request, Failure failure) {
    return of(voice.failure(request, failure));
  }

  static BatchError of(OnfleetVoice voice, Request request, Malformed malformed) {
    return of(voice.malformed(request, malformed));
  }

  /** A task that nobody got to. */
  static BatchError of(ErrorNumber number, String cause) {
    return new BatchError(number.status, number.number, number.sentence, Optional.of(cause));
  }

  private static BatchError of(Answer answer) {
    return answer
        .body()
        .filter(ErrorBody.class::isInstance)
        .map(ErrorBody.class::cast)
        .map(ErrorBody::message)
        .map(it -> new BatchError(answer.status(), it.error(), it.message(), it.cause()))
        .orElseThrow();
  }

  /** The error as the outcome of a row keeps it. */
  Map<String, List<String>> kept() {
    Map<String, List<String>> kept = new LinkedHashMap<>();
    kept.put("statusCode", List.of(Integer.toString(statusCode)));
    kept.put("error", List.of(Integer.toString(error)));
    kept.put("message", List.of(message));
    cause.ifPresent(it -> kept.put("cause", List.of(Json.write(it))));
    return kept;
  }

  /** The error that an outcome has kept. */
  static BatchError read(Map<String, List<String>> kept) {
    return new BatchError(
        Integer.parseInt(kept.getOrDefault("statusCode", List.of("500")).getFirst()),
        Integer.parseInt(kept.getOrDefault("error", List.of("2500")).getFirst()),
        kept.getOrDefault("message", List.of("")).getFirst(),
        Optional.ofNullable(kept.get("cause")).map(it -> Json.read(it.getFirst())));
  }

  /** The error of a task of a batch that was made while the client waited. */
  Map<String, Object> beside(JsonNode task) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("error", this);
    answer.put("task", task);
    return answer;
  }

  /** The error of a task of a batch that was made in the background. */
  Map<String, Object> with(JsonNode task) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("statusCode", statusCode);
    answer.put("errorCode", error);
    answer.put("message", message);
    answer.put("cause", cause);
    answer.put("taskData", task);
    return answer;
  }
}
