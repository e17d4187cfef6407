package interline.fleetio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import interline.gateway.Fields;
import interline.gateway.Json;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked to be done in bulk: fleetio §3.2 and §3.5. */
class BulkApiJobBodyTest {

  @Test
  void recordsAreKeptAsTheyAreWhateverTheyAre() {
    BulkApiJobBody body =
        read(
            "{\"resource\":\"vehicle\",\"operation\":\"create\",\"records\":[{\"a\":[1.5]},null,7]}");

    assertThat(body.operation().most()).isEqualTo(100);
    assertThat(body.rows()).containsExactly("{\"a\":[1.5]}", "null", "7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"operation":"create","records":[{}]}                              | {resource=[can't be blank]}
          {"resource":" ","operation":"create","records":[{}]}               | {resource=[can't be blank]}
          {"resource":"spaceship","operation":"create","records":[{}]}       | {resource=[must be one of the predefined values (RESOURCES)]}
          {"resource":"Vehicle","operation":"create","records":[{}]}         | {resource=[must be one of the predefined values (RESOURCES)]}
          {"resource":7,"operation":"create","records":[{}]}                 | {resource=[must be one of the predefined values (RESOURCES)]}
          {"resource":"vehicle","records":[{}]}                              | {operation=[can't be blank]}
          {"resource":"vehicle","operation":"delete","records":[{}]}         | {operation=[must be one of the predefined values (create, update)]}
          {"resource":"vehicle","operation":"create"}                        | {records=[can't be blank]}
          {"resource":"vehicle","operation":"create","records":null}         | {records=[can't be blank]}
          {"resource":"vehicle","operation":"create","records":[]}           | {records=[can't be blank]}
          {"resource":"vehicle","operation":"create","records":{"0":{}}}     | {records=[must be an array]}
          {"resource":"vehicle","operation":"create","records":"[]"}         | {records=[must be an array]}
          {}                                                                 | {resource=[can't be blank], operation=[can't be blank], records=[can't be blank]}
          """)
  void whatIsNoJobIsRefused(String json, String errors) {
    assertThat(refusal(json))
        .hasToString(errors.replace("RESOURCES", String.join(", ", BulkOperation.resources())));
  }

  @Test
  void aHundredRecordsAreTheMost() {
    assertThat(read(body(records(100))).rows()).hasSize(100);
    assertThat(refusal(body(records(101))))
        .hasToString("{records=[is too long (maximum is 100 records)]}");
  }

  @Test
  void aRecordIsNotLargerThanTheStoreCanKeep() {
    String large = "{\"n\":\"%s\"}".formatted("x".repeat(BulkApiJobBody.LARGEST_RECORD - 8));
    String larger = "{\"n\":\"%s\"}".formatted("x".repeat(BulkApiJobBody.LARGEST_RECORD - 9) + "é");

    assertThat(read(body(large)).rows()).containsExactly(large);
    assertThat(refusal(body("{}," + larger)))
        .hasToString("{records=[must each be at most 32768 bytes long]}");
  }

  private static BulkApiJobBody read(String json) {
    return BulkApiJobBody.read(Fields.of(Json.read(json)));
  }

  private static Object refusal(String json) {
    return Words.of(catchThrowableOfType(Unreadable.class, () -> read(json)));
  }

  private static String body(String records) {
    return "{\"resource\":\"vehicle\",\"operation\":\"create\",\"records\":[%s]}"
        .formatted(records);
  }

  private static String records(int count) {
    return String.join(",", Collections.nCopies(count, "{}"));
  }
}
