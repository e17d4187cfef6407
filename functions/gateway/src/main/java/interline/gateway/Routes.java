package interline.gateway;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which endpoint answers which method on which path. A literal segment is preferred to a parameter,
 * and one slash more or less at the end of a path makes no difference. Immutable.
 */
public final class Routes {

  private final Node root;

  private Routes(Node root) {
    this.root = root;
  }

  /** Begins a table whose patterns all follow each of these prefixes, such as {@code /api/v1}. */
  public static Builder at(String... prefixes) {
    return new Builder(List.of(prefixes));
  }

  /** Every method with each of its patterns, such as {@code GET /api/v1/jobs/{}}. */
  public SortedSet<String> all() {
    SortedSet<String> all = new TreeSet<>();
    root.collect("", all);
    return all;
  }

  /** What the table says of a request. */
  sealed interface Match {

    /** The endpoint that answers, and what the pattern found in the path. */
    record Found(Endpoint endpoint, Map<String, String> parameters) implements Match {}

    /** The path is there, for other methods. */
    record WrongMethod(SortedSet<String> allowed) implements Match {}

    /** Nothing is at this path. */
    record NoPath() implements Match {}
  }

  Match match(String method, List<String> segments) {
    Optional<Node> end = root.find(segments, 0);
    if (end.isEmpty()) {
      return new Match.NoPath();
    }
    TreeMap<String, Route> routes = end.get().routes;
    Route route = routes.get(method);
    if (route == null) {
      return new Match.WrongMethod(Collections.unmodifiableSortedSet(routes.navigableKeySet()));
    }
    return new Match.Found(route.endpoint, route.parameters(segments));
  }

  /** Collects routes; a pattern names its parameters in braces: {@code /{id}/start}. */
  public static final class Builder {
    private final List<String> prefixes;
    private final Node root = new Node();

    private Builder(List<String> prefixes) {
      this.prefixes = prefixes;
    }

    public Builder get(String pattern, Endpoint endpoint) {
      return route("GET", pattern, endpoint);
    }

    public Builder post(String pattern, Endpoint endpoint) {
      return route("POST", pattern, endpoint);
    }

    public Builder put(String pattern, Endpoint endpoint) {
      return route("PUT", pattern, endpoint);
    }

    public Builder patch(String pattern, Endpoint endpoint) {
      return route("PATCH", pattern, endpoint);
    }

    public Builder delete(String pattern, Endpoint endpoint) {
      return route("DELETE", pattern, endpoint);
    }

    /**
     * Adds a route.
     *
     * @param pattern what follows the prefix; empty for the prefix itself
     * @throws IllegalArgumentException if the method has an endpoint on that path already
     */
    private Builder route(String method, String pattern, Endpoint endpoint) {
      for (String prefix : prefixes) {
        root.add(method, Percent.segments(prefix + pattern), endpoint);
      }
      return this;
    }

    /** The finished table; this builder is not to be used again. */
    public Routes build() {
      return new Routes(root);
    }
  }

  /** An endpoint, and which segments of its pattern are parameters: empty for a literal one. */
  private record Route(List<Optional<String>> names, Endpoint endpoint) {

    Map<String, String> parameters(List<String> segments) {
      Map<String, String> parameters = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        String segment = segments.get(i);
        names.get(i).ifPresent(name -> parameters.put(name, segment));
      }
      return parameters;
    }
  }

  /** A segment of some pattern, with the segments that may follow it. */
  private static final class Node {
    private final Map<String, Node> literals = new HashMap<>();
    private Optional<Node> parameter = Optional.empty();
    private final TreeMap<String, Route> routes = new TreeMap<>();

    void add(String method, List<String> pattern, Endpoint endpoint) {
      Node node = this;
      List<Optional<String>> names = new ArrayList<>();
      for (String segment : pattern) {
        Optional<String> name = parameterName(segment);
        names.add(name);
        node = name.isPresent() ? node.parameter() : node.literal(segment);
      }
      if (node.routes.putIfAbsent(method, new Route(List.copyOf(names), endpoint)) != null) {
        throw new IllegalArgumentException(
            "Two endpoints for " + method + " /" + String.join("/", pattern));
      }
    }

    /** The end of the path, if any pattern ends there. */
    Optional<Node> find(List<String> segments, int at) {
      if (at == segments.size()) {
        return routes.isEmpty() ? Optional.empty() : Optional.of(this);
      }
      String segment = segments.get(at);
      Optional<Node> end =
          Optional.ofNullable(literals.get(segment)).flatMap(node -> node.find(segments, at + 1));
      if (end.isPresent() || segment.isEmpty()) {
        return end;
      }
      return parameter.flatMap(node -> node.find(segments, at + 1));
    }

    void collect(String path, SortedSet<String> all) {
      routes.keySet().forEach(method -> all.add(method + " " + path));
      literals.forEach((segment, next) -> next.collect(path + "/" + segment, all));
      parameter.ifPresent(next -> next.collect(path + "/{}", all));
    }

    private Node literal(String segment) {
      return literals.computeIfAbsent(segment, _ -> new Node());
    }

    private Node parameter() {
      Node node = parameter.orElseGet(Node::new);
      parameter = Optional.of(node);
      return node;
    }

    private static Optional<String> parameterName(String segment) {
      return segment.startsWith("{") && segment.endsWith("}")
          ? Optional.of(segment.substring(1, segment.length() - 1))
          : Optional.empty();
    }
  }
}
