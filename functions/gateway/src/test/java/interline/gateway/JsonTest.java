package interline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

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
}
