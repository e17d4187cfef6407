package interline.fleet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What single dialects say of a record and no rule of the fleet reads: kept through every write by
 * the others. Names carry their dialect ({@code fleetio.trim}); values are text, {@link
 * java.math.BigDecimal}, {@link Boolean}, lists and maps of these.
 */
public record Details(Map<String, Object> values) {

  public static final Details NONE = new Details(Map.of());

  public Details {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public Optional<Object> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** These details with some values replaced; an empty one is taken away. */
  public Details with(Map<String, Optional<Object>> changes) {
    Map<String, Object> next = new LinkedHashMap<>(values);
    changes.forEach(
        (name, value) -> value.ifPresentOrElse(v -> next.put(name, v), () -> next.remove(name)));
    return new Details(next);
  }
}
