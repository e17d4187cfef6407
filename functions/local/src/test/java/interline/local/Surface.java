package interline.local;

import interline.fleet.Dialect;
import interline.gateway.Front;
import interline.local.Template.Authorization;
import interline.local.Template.Function;
import interline.local.Template.Route;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All that the dialects can be asked for, as the functions behind the API themselves say. */
final class Surface {

  private Surface() {}

  /**
   * A method with a path.
   *
   * @param pattern with {@code {}} for each parameter
   */
  record Asked(Dialect dialect, String method, String pattern) {

    boolean named() {
      return pattern.contains("{}");
    }

    boolean reads() {
      return method.equals("GET");
    }
  }

  /** Every route of every function that clients of a dialect reach. */
  static List<Asked> of(LocalServer server) {
    Template template = server.template();
    Set<String> reached =
        template.routes().stream()
            .filter(route -> route.authorization() == Authorization.NONE)
            .map(Route::function)
            .collect(Collectors.toSet());
    return template.functions().stream()
        .filter(function -> reached.contains(function.id()))
        .flatMap(function -> asked(function, server.stack()).stream())
        .distinct()
        .toList();
  }

  private static List<Asked> asked(Function function, Stack stack) {
    Dialect dialect =
        Dialect.valueOf(function.handler().split("\\.", -1)[1].toUpperCase(Locale.ROOT));
    return front(function, stack).routes().all().stream()
        .map(route -> route.split(" ", 2))
        .map(route -> new Asked(dialect, route[0], route[1]))
        .toList();
  }

  private static Front front(Function function, Stack stack) {
    try {
      Class<?> handler = Class.forName(function.handler());
      Object instance =
          handler.getConstructor(Map.class).newInstance(stack.environment(function.id()));
      Field front = handler.getDeclaredField("front");
      front.setAccessible(true);
      return (Front) front.get(instance);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(function.handler(), e);
    }
  }
}
