package interline.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WiringTest {

  @Test
  void takesAnEmptySettingForNone() {
    Wiring wiring =
        new Wiring(
            Map.of("SET", "yes", "EMPTY", ""),
            () -> Fronts.NO_STORE,
            Fronts.WIRING::bulkQueue,
            Clock.systemUTC(),
            () -> "secret",
            UUID::randomUUID);

    assertThat(wiring.value("SET")).contains("yes");
    assertThat(wiring.value("EMPTY")).isEmpty();
    assertThat(wiring.value("ABSENT")).isEmpty();
  }

  @Test
  void opensTheStoreOnceAndOnlyWhenAskedFor() {
    int[] opened = {0};
    Wiring wiring =
        new Wiring(
            Map.of(),
            () -> {
              opened[0]++;
              return Fronts.NO_STORE;
            },
            Fronts.WIRING::bulkQueue,
            Clock.systemUTC(),
            () -> "secret",
            UUID::randomUUID);

    assertThat(opened[0]).isZero();
    assertThat(wiring.store()).isSameAs(wiring.store());
    assertThat(opened[0]).isOne();
  }

  @Test
  void saysWhatIsMissingFromAJarWithoutAStore() {
    assertThatThrownBy(() -> Wiring.open(Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("interline.fleet.StoreProvider")
        .hasMessageContaining("store module");
  }
}
