package interline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

  /** The texts on both sides are JSON: escapes are written out. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      textBlock =
          """
          \\ud83d,             \\ufffd
          \\uDE00,             \\ufffd
          a\\ud83db,           a\\ufffdb
          \\ude00\\ud83d,      \\ufffd\\ufffd
          \\ud83d\\ud83d\\ude00, \\ufffd\\ud83d\\ude00
          \\ud83d\\u0041,      \\ufffdA
          \\ud83d\\\\ude00,    \\ufffd\\\\ude00
          \\ud83d\\ude00,      \\uD83D\\uDE00
          \\\\ud83d,           \\\\ud83d
          \\\\\\ud83d,         \\\\\\ufffd
          """)
  void halfACharacterIsReadAsTheReplacementCharacter(String sent, String read) throws Exception {
    assertThat(Json.read("{\"" + sent + "\": [\"" + sent + "\"]}"))
        .isEqualTo(Json.mapper().readTree("{\"" + read + "\": [\"" + read + "\"]}"));
  }

  @ParameterizedTest
  @CsvSource({
    "1e400, 1.7976931348623157E308",
    "-1e400, -1.7976931348623157E308",
    "1e-131, 0",
    "-1e-400, 0",
    "1e-129, 1E-129",
    "1.5, 1.5",
    "12345678901234567890, 12345678901234567890"
  })
  void everyNumberIsADecimal(String sent, BigDecimal read) {
    assertThat(Json.read(sent).decimalValue()).isEqualByComparingTo(read);
  }
}
