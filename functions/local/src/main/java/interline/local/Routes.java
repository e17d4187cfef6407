package interline.local;

import interline.local.Template.Route;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The routes of the HTTP API, the most specific first: a text before a {@code {name}} before a
 * {@code {name+}}, segment by segment; the method itself before {@code ANY}; {@code $default} last.
 */
final class Routes {
  /**
   * The route of a request.
   *
   * @param parameters values of the path's names
   */
  record Match(Route route, Map<String, String> parameters) {}

  private sealed interface Segment {
    record Text(String text) implements Segment {}

    record One(String name) implements Segment {}

    record Rest(String name) implements Segment {}

    static Segment of(String text) {
      if (!text.startsWith("{")) {
        return new Text(text);
      }
      return text.endsWith("+}")
          ? new Rest(text.substring(1, text.length() - 2))
          : new One(text.substring(1, text.length() - 1));
    }

    default int rank() {
      return switch (this) {
        case Text _ -> 0;
        case One _ -> 1;
        case Rest _ -> 2;
      };
    }
  }

  private record Pattern(Route route, List<Segment> segments) {
    static Pattern of(Route route) {
      String path = route.path().equals(Route.DEFAULT) ? "/{path+}" : route.path();
      return new Pattern(route, split(path).stream().map(Segment::of).toList());
    }

    private List<Integer> ranks() {
      return segments.stream().map(Segment::rank).toList();
    }

    static int bySpecificity(Pattern a, Pattern b) {
      int order =
          Arrays.compare(a.ranks().toArray(Integer[]::new), b.ranks().toArray(Integer[]::new));
      return order != 0 ? order : Boolean.compare(a.any(), b.any());
    }

    private boolean any() {
      return route.method().equals("ANY");
    }

    private boolean isDefault() {
      return route.path().equals(Route.DEFAULT);
    }

    Optional<Match> match(String method, List<String> path) {
      if (!any() && !route.method().equals(method)) {
        return Optional.empty();
      }
      if (isDefault()) {
        return Optional.of(new Match(route, Map.of()));
      }
      var parameters = new LinkedHashMap<String, String>();
      for (int i = 0; i < segments.size(); i++) {
        if (i >= path.size()) {
          return Optional.empty();
        }
        String part = path.get(i);
        switch (segments.get(i)) {
          case Segment.Text(String text) when text.equals(part) -> {}
          case Segment.One(String name) when !part.isEmpty() -> parameters.put(name, part);
          case Segment.Rest(String name) -> {
            parameters.put(name, String.join("/", path.subList(i, path.size())));
            return Optional.of(new Match(route, parameters));
          }
          default -> {
            return Optional.empty();
          }
        }
      }
      return path.size() == segments.size()
          ? Optional.of(new Match(route, parameters))
          : Optional.empty();
    }
  }

  private final List<Pattern> patterns;

  Routes(List<Route> routes) {
    patterns =
        routes.stream()
            .map(Pattern::of)
            .sorted(Comparator.comparing(Pattern::isDefault).thenComparing(Pattern::bySpecificity))
            .toList();
  }

  /**
   * The route of a request.
   *
   * @param path decoded
   */
  Optional<Match> find(String method, String path) {
    List<String> segments = split(path);
    return patterns.stream()
        .flatMap(pattern -> pattern.match(method, segments).stream())
        .findFirst();
  }

  private static List<String> split(String path) {
    return Arrays.asList(path.substring(1).split("/", -1));
  }
}
