package interline.fleetio;

import static interline.fleetio.BulkClient.van;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.local.Http;
import interline.local.Http.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists in both styles: fleetio §2. */
class ListsContractTest {

  private static final List<String> NAMES = List.of("Delta", "alpha", "Echo", "Bravo", "charlie");

  private final BulkClient client = BulkClient.create();
  private final Http old = client.http().with("X-Api-Version", "2023-03-01");

  private void fleet() {
    NAMES.forEach(
        name -> client.http().post("/vehicles", van(name, "\"vin\":\"VIN-" + name + "\"")));
  }

  // fleetio §2.2
  @Test
  void pagesFollowOneAnotherByTheirCursors() {
    fleet();

    Reply first = client.http().get("/vehicles?per_page=2");
    JsonNode page = first.json();

    assertThat(first.status()).as(first.text()).isEqualTo(200);
    assertThat(page.properties().stream().map(Map.Entry::getKey))
        .containsExactly(
            "start_cursor",
            "next_cursor",
            "per_page",
            "estimated_remaining_count",
            "filtered_by",
            "sorted_by",
            "records");
    assertThat(page.path("start_cursor").isNull()).isTrue();
    assertThat(page.path("estimated_remaining_count").intValue()).isEqualTo(5);
    assertThat(page.path("sorted_by")).hasToString("[{\"id\":\"desc\"}]");
    assertThat(names(page)).containsExactly("charlie", "Bravo");
    String second = page.path("next_cursor").textValue();
    page = client.http().get("/vehicles?per_page=2&start_cursor=" + second).json();
    assertThat(page.path("start_cursor").textValue()).isEqualTo(second);
    assertThat(page.path("estimated_remaining_count").intValue()).isEqualTo(3);
    assertThat(names(page)).containsExactly("Echo", "alpha");
    page =
        client
            .http()
            .get("/vehicles?per_page=2&start_cursor=" + page.path("next_cursor").textValue())
            .json();
    assertThat(names(page)).containsExactly("Delta");
    assertThat(page.path("next_cursor").isNull()).isTrue();
    assertThat(page.path("estimated_remaining_count").intValue()).isEqualTo(1);
  }

  // fleetio §2.2: remaining including the records on this page
  @ParameterizedTest
  @ValueSource(strings = {"name", "updated_at", "created_at", "id"})
  void theRemainingRecordsAreToldInEveryOrder(String field) {
    fleet();
    String sorted = "/vehicles?per_page=2&sort%5B" + field + "%5D=asc";

    JsonNode first = client.http().get(sorted).json();
    JsonNode second =
        client.http().get(sorted + "&start_cursor=" + first.path("next_cursor").textValue()).json();

    assertThat(first.path("estimated_remaining_count").intValue()).isEqualTo(5);
    assertThat(second.path("estimated_remaining_count").intValue()).isEqualTo(3);
  }

  // fleetio §2.1: total of what is listed, archived ones too
  @Test
  void archivedOnesAreCountedWhereTheyAreListed() {
    fleet();
    long id = client.http().get("/vehicles").json().path("records").path(0).path("id").asLong();
    client.http().patch("/vehicles/" + id + "/archive", "");

    JsonNode page = client.http().get("/vehicles?per_page=2&include_archived=1").json();

    assertThat(page.path("estimated_remaining_count").intValue()).isEqualTo(5);
    assertThat(
            client
                .http()
                .get("/vehicles?per_page=2")
                .json()
                .path("estimated_remaining_count")
                .intValue())
        .isEqualTo(4);
  }

  @Test
  void aPageThatEndsWithTheLastRecordIsTheLast() {
    fleet();

    assertThat(client.http().get("/vehicles?per_page=5").json().path("next_cursor").isNull())
        .isTrue();
  }

  // fleetio §2.2, §4.2
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sort[name]=asc                                   | alpha Bravo charlie Delta Echo
          sort[name]=desc                                  | Echo Delta charlie Bravo alpha
          sort[id]=asc                                     | Delta alpha Echo Bravo charlie
          sort[created_at]=asc                             | Delta alpha Echo Bravo charlie
          sort[updated_at]=desc                            | charlie Bravo Echo alpha Delta
          filter[name][eq]=Bravo                           | Bravo
          filter[name][eq]=Zulu                            |
          filter[name][like]=A                             | charlie Bravo alpha Delta
          filter[vin][eq]=VIN-Echo                         | Echo
          filter[name][like]=a&filter[vin][like]=e         | charlie Delta
          filter[created_at][gt]=2020-01-01T00:00:00-06:00 | charlie Bravo Echo alpha Delta
          filter[created_at][lt]=2020-01-01                |
          filter[updated_at][gte]=2020-01-01&sort[updated_at]=asc | Delta alpha Echo Bravo charlie
          filter[updated_at][lt]=2020-01-01&sort[updated_at]=asc  |
          """)
  void listsAreFilteredAndSorted(String query, String expected) {
    fleet();

    List<String> names = all(query);

    assertThat(String.join(" ", names)).isEqualTo(expected == null ? "" : expected);
  }

  // fleetio §4.2, §8: a value that nothing has finds nothing, however long it is
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/vehicles?filter[name][eq]=",
        "/vehicles?filter[vin][eq]=",
        "/vehicles?filter[labels][include]=",
        "/contacts?filter[employee_number][eq]="
      })
  void aValueThatIsTooLongForAnythingFindsNothing(String path) {
    Reply reply = client.http().get(encoded(path) + "x".repeat(3_000));

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.json().path("records")).isEmpty();
  }

  @Test
  void filtersAndSortsAreEchoed() {
    JsonNode page =
        client
            .http()
            .get("/vehicles?" + encoded("filter[vin][eq]=A-1&sort[updated_at]=asc"))
            .json();

    assertThat(page.path("filtered_by")).hasToString("[{\"vin\":{\"eq\":\"A-1\"}}]");
    assertThat(page.path("sorted_by")).hasToString("[{\"updated_at\":\"asc\"}]");
    assertThat(page.path("records")).isEmpty();
  }

  // fleetio §1.2: 400 for what an index does not know
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          per_page=1                                     | per_page
          per_page=101                                   | per_page
          per_page=many                                  | per_page
          start_cursor=forged                            | start_cursor
          filter[color][eq]=red                          | color
          filter[name][gt]=A                             | name
          filter[name]=A                                 | filter[name]
          filter[name][eq]=A&filter[name][like]=B        | name
          filter[created_at][gt]=yesterday               | created_at
          sort[color]=asc                                | color
          sort[name]=upwards                             | name
          sort[name]=asc&sort[id]=asc                    | sort
          q[name_eq]=A                                   | q[name_eq]
          """)
  void whatAListDoesNotKnowIsRefused(String query, String parameter) {
    Reply reply = client.http().get("/vehicles?" + encoded(query));

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.json().path("errors").has(parameter)).as(reply.text()).isTrue();
  }

  @Test
  void aCursorIsGoodForItsOwnListOnly() {
    fleet();
    String cursor =
        client.http().get("/vehicles?per_page=2").json().path("next_cursor").textValue();

    assertThat(client.http().get("/vehicles?sort%5Bid%5D=asc&start_cursor=" + cursor).status())
        .isEqualTo(400);
    assertThat(client.http().get("/groups?start_cursor=" + cursor).status()).isEqualTo(400);
  }

  // fleetio §2.1
  @Test
  void olderVersionsGetAnArrayAndHeaders() {
    fleet();

    Reply reply = old.get("/vehicles");

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.json().isArray()).isTrue();
    assertThat(reply.json().valueStream().map(each -> each.path("name").textValue()))
        .containsExactlyElementsOf(NAMES);
    assertThat(reply.header("X-Pagination-Limit")).hasValue("100");
    assertThat(reply.header("X-PaginationLimit")).hasValue("100");
    assertThat(reply.header("X-Pagination-Current-Page")).hasValue("1");
    assertThat(reply.header("X-Pagination-Total-Pages")).hasValue("1");
    assertThat(reply.header("X-Pagination-Total-Count")).hasValue("5");
    assertThat(old.get("/vehicles?page=2").text()).isEqualTo("[]");
    assertThat(old.get("/vehicles?page=0").json()).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          q[s]=name                       | alpha Bravo charlie Delta Echo
          q[s]=name+desc                  | Echo Delta charlie Bravo alpha
          q[name_eq]=Bravo                | Bravo
          q[name_cont]=A                  | Delta alpha Bravo charlie
          q[name_matches]=%25a            | Delta alpha
          q[name_in_s]=Bravo,Echo         | Echo Bravo
          q[id_gteq]=4                    | Bravo charlie
          q[color_null]=1                 | Delta alpha Echo Bravo charlie
          q[color_present]=1              |
          q[secondary_meter_true]=1       |
          q[name_cont]=a&q[vin_cont]=e    | Delta charlie
          """)
  void olderVersionsFilterAnyAttribute(String query, String expected) {
    fleet();

    Reply reply = old.get("/vehicles?" + encoded(query));

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(
            String.join(
                " ",
                reply.json().valueStream().map(each -> each.path("name").textValue()).toList()))
        .isEqualTo(expected == null ? "" : expected);
  }

  private List<String> all(String query) {
    List<String> names = new ArrayList<>();
    String cursor = "";
    do {
      Reply reply = client.http().get("/vehicles?per_page=2&" + encoded(query) + cursor);
      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
      names.addAll(names(reply.json()));
      cursor = reply.json().path("next_cursor").asText("");
      cursor = cursor.isEmpty() ? "" : "&start_cursor=" + cursor;
    } while (!cursor.isEmpty());
    return names;
  }

  private static List<String> names(JsonNode page) {
    return page.path("records").valueStream().map(each -> each.path("name").textValue()).toList();
  }

  private static String encoded(String query) {
    return query.replace("[", "%5B").replace("]", "%5D");
  }
}
