package interline.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecentTest {

  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private int lookUps;
  private final Map<String, String> truth = new HashMap<>(Map.of("a", "1"));
  private final Recent<String, String> recent =
      new Recent<>(() -> now, Duration.ofMinutes(1), Duration.ofSeconds(5), 2);

  @Test
  void looksUpOnceAMinute() {
    assertThat(get("a")).contains("1");
    truth.remove("a");
    pass(Duration.ofSeconds(59));
    assertThat(get("a")).contains("1");
    pass(Duration.ofSeconds(1));
    assertThat(get("a")).isEmpty();
    assertThat(lookUps).isEqualTo(2);
  }

  @Test
  void forgetsSoonerThatSomethingIsNotThere() {
    assertThat(get("b")).isEmpty();
    truth.put("b", "2");
    pass(Duration.ofSeconds(4));
    assertThat(get("b")).isEmpty();
    pass(Duration.ofSeconds(1));
    assertThat(get("b")).contains("2");
  }

  @Test
  void remembersWhatIsThereHoweverManyGuessesAreMade() {
    get("a");
    for (int guess = 0; guess < 10; guess++) {
      get("guess " + guess);
    }
    get("a");
    assertThat(lookUps).isEqualTo(11);
    get("guess 0");
    assertThat(lookUps).isEqualTo(12);
  }

  @Test
  void remembersNoFailure() {
    assertThatThrownBy(
            () ->
                recent.get(
                    "a",
                    _ -> {
                      throw new IllegalStateException();
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(get("a")).contains("1");
  }

  private Optional<String> get(String key) {
    return recent.get(
        key,
        wanted -> {
          lookUps++;
          return Optional.ofNullable(truth.get(wanted));
        });
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }
}
