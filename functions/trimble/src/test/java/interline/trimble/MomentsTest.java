package interline.trimble;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

  // trimble §3: no zone, and no zeros at the end of a fraction
  @ParameterizedTest
  @CsvSource({
    "2019-03-29T14:19:17.340Z, 2019-03-29T14:19:17.34",
    "2019-03-29T14:15:49.577Z, 2019-03-29T14:15:49.577",
    "2024-05-06T07:08:09.300Z, 2024-05-06T07:08:09.3",
    "2024-05-06T07:08:00Z, 2024-05-06T07:08:00",
    "2024-05-06T07:08:09.3009Z, 2024-05-06T07:08:09.3"
  })
  void changesAreWrittenWithoutAZone(Instant moment, String written) {
    assertThat(Moments.modified(moment)).isEqualTo(written);
  }

  // trimble §2: three digits and a Z
  @ParameterizedTest
  @CsvSource({
    "2024-05-06T07:08:09Z, 2024-05-06T07:08:09.000Z",
    "2024-05-06T07:08:09.34Z, 2024-05-06T07:08:09.340Z"
  })
  void expiryIsWrittenInFull(Instant moment, String written) {
    assertThat(Moments.expires(moment)).isEqualTo(written);
  }
}
