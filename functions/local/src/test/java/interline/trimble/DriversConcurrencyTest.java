package interline.trimble;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.Tenant;
import interline.local.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The same drivers posted by several at the same moment. */
@Isolated
class DriversConcurrencyTest {

  private static final String FIFTY =
      IntStream.range(0, 50)
          .mapToObj("{\"driverId\":\"d%1$03d\",\"Name\":\"Name %1$03d\"}"::formatted)
          .collect(Collectors.joining(",", "[", "]"));

  private final Tenant tenant = TestServer.tenant();
  private final Http client = Http.trimble(tenant);

  // trimble §4.1: unique in the account
  @Test
  void fiftyDriversPostedTwiceAtTheSameTimeAreFifty() throws Exception {
    List<Reply> replies =
        atOnce(List.of(() -> client.post("/drivers", FIFTY), () -> client.post("/drivers", FIFTY)));

    assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(200));
    List<String> told = new ArrayList<>();
    List<String> created = new ArrayList<>();
    for (Reply reply : replies) {
      reply.json().at("/error/duplicate_ids").forEach(id -> told.add(id.textValue()));
      reply.json().path("data").forEach(row -> created.add(row.path("DriverId").textValue()));
    }
    List<String> all = IntStream.range(0, 50).mapToObj("d%03d"::formatted).toList();
    assertThat(created).containsExactlyInAnyOrderElementsOf(all);
    assertThat(told).containsExactlyInAnyOrderElementsOf(all);
    JsonNode page = client.get("/drivers?limit=100").json();
    assertThat(page.path("size").intValue()).isEqualTo(50);
    assertThat(page.path("data")).hasSize(50);
  }

  @Test
  void eightWhoRenameTheSameDriversAllSucceed() throws Exception {
    client.post("/drivers", FIFTY);

    List<Reply> replies =
        atOnce(
            IntStream.range(0, 8)
                .<Callable<Reply>>mapToObj(
                    i -> () -> client.put("/drivers", FIFTY.replace("Name 0", "N" + i + " ")))
                .toList());

    assertThat(replies)
        .allSatisfy(
            reply -> {
              assertThat(reply.status()).isEqualTo(200);
              assertThat(reply.json().path("data")).hasSize(50);
            });
    assertThat(client.get("/drivers?sortExpression=driverName&limit=100").json().path("data"))
        .hasSize(50);
  }

  private static List<Reply> atOnce(List<Callable<Reply>> calls)
      throws InterruptedException, ExecutionException {
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Reply> replies = new ArrayList<>();
      for (Future<Reply> reply : clients.invokeAll(calls)) {
        replies.add(reply.get());
      }
      return replies;
    }
  }
}
