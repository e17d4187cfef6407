package interline.trimble;

import static org.assertj.core.api.Assertions.assertThat;

import interline.fleet.Page.Direction;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListAnswerTest {

  // trimble §4.3 link arithmetic, §9.3, §9.3b
  @ParameterizedTest
  @CsvSource({
    "50, 15, 255, 35, 65, 240",
    "0, 20, 3, , , ",
    "0, 20, 20, , , ",
    "0, 20, 21, , 20, 20",
    "5, 15, 255, 0, 20, 240",
    "240, 15, 255, 225, , 240",
    "0, 15, 256, , 15, 255",
    "30, 20, 0, 10, , ",
    "300, 100, 255, 200, , 200"
  })
  void linksLeadOnlyWhereThereIsSomething(
      long offset,
      int limit,
      long size,
      @Nullable String previous,
      @Nullable String next,
      @Nullable String last) {
    var query = new ListQuery<>(offset, limit, "id", Direction.ASCENDING, "&sortDirection=ASC");

    var answer = ListAnswer.of("http://x/drivers", query, size, List.of());

    assertThat(answer.first()).isEqualTo(link("0", limit));
    assertThat(answer.previous().orElse(null)).isEqualTo(link(previous, limit));
    assertThat(answer.next().orElse(null)).isEqualTo(link(next, limit));
    assertThat(answer.last().orElse(null)).isEqualTo(link(last, limit));
  }

  private static ListAnswer.@Nullable Link link(@Nullable String offset, int limit) {
    return offset == null
        ? null
        : new ListAnswer.Link(
            "http://x/drivers?offset=" + offset + "&limit=" + limit + "&sortDirection=ASC");
  }
}
