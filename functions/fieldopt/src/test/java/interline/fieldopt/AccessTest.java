package interline.fieldopt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessTest {

  /** A store that nobody comes to ask. */
  private static final Map<String, String> STORE =
      Map.of("TABLE_NAME", "none", "DYNAMODB_ENDPOINT", "http://localhost:1");

  @Test
  void whoIsOpenSaysForWhom() {
    assertThatThrownBy(() -> new JobsFunction(with("FIELDOPT_OPEN", "true")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("FIELDOPT_ORGANIZATION");
  }

  @Test
  void aClosedFunctionNeedsNoOrganization() {
    assertThat(new JobsFunction(with("FIELDOPT_OPEN", "false"))).isNotNull();
    assertThat(new JobsFunction(STORE)).isNotNull();
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> environment = new HashMap<>(STORE);
    environment.put(name, value);
    return environment;
  }
}
