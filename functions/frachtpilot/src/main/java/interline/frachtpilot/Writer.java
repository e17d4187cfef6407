package interline.frachtpilot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Json;
import interline.gateway.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes objects and pages of them in the format that the client wants. */
final class Writer {

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(CsrfToken.ZONE);

  private final Format usual;
  private final Resource resource;

  Writer(Format usual, Resource resource) {
    this.usual = usual;
    this.resource = resource;
  }

  static ObjectNode object() {
    return Json.mapper().createObjectNode();
  }

  static String instant(Instant moment) {
    return INSTANT.format(moment.truncatedTo(ChronoUnit.SECONDS));
  }

  /** One object, at a path of its own. */
  Answer ok(Call call, ObjectNode object) {
    return written(call, 200, object);
  }

  /** A new object. */
  Answer created(Call call, ObjectNode object) {
    return written(call, 201, object)
        .header("Location", collection(call.request()) + "/" + object.path("id").asText());
  }

  private Answer written(Call call, int status, ObjectNode object) {
    Format format = format(call);
    ObjectNode body = object();
    if (format == Format.LINKED) {
      body.put("@context", context());
      linked(call.request(), object, body);
    }
    body.setAll(object);
    return Answer.of(status, body).header("Content-Type", format.type());
  }

  /** What is no object of the resource, such as a key. */
  Answer plain(Call call, int status, ObjectNode body) {
    return Answer.of(status, body).header("Content-Type", format(call).type());
  }

  /** A page of objects. */
  Answer page(Call call, Paging paging, long total, List<ObjectNode> objects) {
    ArrayNode members = Json.mapper().createArrayNode();
    Map<String, String> links = links(call.request(), paging, total);
    if (format(call) == Format.JSON) {
      objects.forEach(members::add);
      Answer answer =
          Answer.ok(members)
              .header("Content-Type", Format.JSON.type())
              .header("X-Total-Count", Long.toString(total));
      return links.isEmpty() ? answer : answer.header("Link", header(links));
    }
    for (ObjectNode object : objects) {
      ObjectNode member = object();
      linked(call.request(), object, member);
      members.add(member.<ObjectNode>setAll(object));
    }
    ObjectNode body = object();
    body.put("@context", context())
        .put("@id", collection(call.request()))
        .put("@type", "hydra:Collection")
        .put("hydra:totalItems", total);
    body.set("hydra:member", members);
    if (!links.isEmpty()) {
      ObjectNode view = body.putObject("hydra:view");
      view.put("@id", at(call.request(), paging.page()))
          .put("@type", "hydra:PartialCollectionView");
      links.forEach(
          (rel, path) -> view.put("hydra:" + (rel.equals("prev") ? "previous" : rel), path));
    }
    return Answer.ok(body).header("Content-Type", Format.LINKED.type());
  }

  private void linked(Request request, ObjectNode object, ObjectNode into) {
    into.put("@id", collection(request) + "/" + object.path("id").asText())
        .put("@type", resource.type());
  }

  private String context() {
    return "/api_v2/contexts/" + resource.type();
  }

  private Format format(Call call) {
    return Format.wanted(call.request(), usual).orElse(usual);
  }

  /** The path of the collection as it was called, be it by an alias. */
  private String collection(Request request) {
    String[] parts = request.path().split("/", 4);
    return parts.length > 2 && !parts[2].equals("me")
        ? "/" + parts[1] + "/" + parts[2]
        : "/api_v2/" + resource.word();
  }

  /** The pages that there are beside this one; none if it is the only one. */
  private static Map<String, String> links(Request request, Paging paging, long total) {
    long last = Math.max(1, Math.ceilDiv(total, paging.size()));
    Map<String, String> links = new LinkedHashMap<>();
    if (last > 1) {
      links.put("first", at(request, 1));
      links.put("last", at(request, last));
      if (paging.page() > 1) {
        links.put("prev", at(request, Math.min(paging.page() - 1L, last)));
      }
      if (paging.page() < last) {
        links.put("next", at(request, paging.page() + 1L));
      }
    }
    return links;
  }

  private static String at(Request request, long page) {
    List<String> terms = new ArrayList<>();
    request
        .query()
        .forEach(
            (name, values) ->
                values.forEach(
                    value -> {
                      if (!name.equals("page")) {
                        terms.add(encoded(name) + "=" + encoded(value));
                      }
                    }));
    terms.add("page=" + page);
    return request.path() + "?" + String.join("&", terms);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String header(Map<String, String> links) {
    List<String> all = new ArrayList<>();
    links.forEach((rel, path) -> all.add("<" + path + ">; rel=\"" + rel + "\""));
    return String.join(", ", all);
  }
}
