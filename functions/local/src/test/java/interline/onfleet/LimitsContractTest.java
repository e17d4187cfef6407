package interline.onfleet;

import static org.assertj.core.api.Assertions.assertThat;

import interline.fleet.ApiKey;
import interline.fleet.Bucket;
import interline.fleet.Caller;
import interline.fleet.Dialect;
import interline.fleet.Organization;
import interline.fleet.OrganizationId;
import interline.fleet.Organizations;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.Tenant;
import interline.local.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** So many calls of an organization in a second: onfleet 1 §3, onfleet-clients §1. */
class LimitsContractTest {

  @Test
  void allKeysOfAnOrganizationShareOneLimit() {
    Tenant tenant = TestServer.tenant(new Organization.Limits(2, 100));
    String second = "f".repeat(8) + tenant.key(Dialect.ONFLEET).substring(8);
    TestServer.store()
        .commit(
            new Caller(OrganizationId.OPERATOR, "test"),
            Organizations.issue(
                tenant.organization().number(),
                new ApiKey.Draft(Dialect.ONFLEET, "second", Optional.empty()),
                second));
    Http one = Http.onfleet(tenant);
    Http other = one.with("Authorization", Http.basic(second + ":"));
    long start = System.nanoTime();

    // Whatever is asked for counts, and whatever comes of it. All at once, and again if need be: on
    // a slow machine the bucket fills up while few calls are answered.
    List<Supplier<Reply>> calls =
        List.of(
            () -> one.get("/auth/test"),
            () -> other.get("/organization"),
            () -> one.get("/nothing"),
            () -> other.get("/organizations/x"));
    List<Reply> replies = new ArrayList<>();
    for (int round = 0;
        round < 50 && replies.stream().allMatch(LimitsContractTest::granted);
        round++) {
      replies.addAll(
          IntStream.range(0, 40)
              .parallel()
              .mapToObj(call -> calls.get(call % calls.size()).get())
              .toList());
    }

    double seconds = (System.nanoTime() - start) / 1e9;
    List<Reply> granted = replies.stream().filter(LimitsContractTest::granted).toList();
    assertThat(granted).hasSizeBetween(2, 2 + (int) (2 * seconds) + 1);
    assertThat(replies)
        .allSatisfy(reply -> assertThat(reply.header("X-RateLimit-Limit")).hasValue("2"));
    assertThat(granted)
        .allSatisfy(reply -> assertThat(reply.header("X-RateLimit-Remaining")).hasValue("1"));
    assertThat(replies)
        .filteredOn(reply -> reply.status() == 429)
        .isNotEmpty()
        .allSatisfy(
            reply -> {
              assertThat(reply.header("X-RateLimit-Remaining")).hasValue("0");
              assertThat(reply.json().path("code").textValue()).isEqualTo("TooManyRequests");
              assertThat(reply.json().path("message").path("error").intValue()).isEqualTo(2300);
              assertThat(reply.json().path("message").path("request").textValue()).isNotBlank();
            });
  }

  @Test
  void theUsualTwentyLeaveNineteenAfterOne() {
    Http client = Http.onfleet(TestServer.tenant(new Organization.Limits(20, 100)));

    Reply first = client.get("/auth/test");

    assertThat(first.header("X-RateLimit-Limit")).hasValue("20");
    assertThat(first.header("X-RateLimit-Remaining")).hasValue("19");
  }

  @Test
  void whoGoesOnIsBannedWhereTheOperatorWantsIt() {
    Http client =
        Http.onfleet(
            TestServer.tenant(
                new Organization.Limits(
                    1, 100, Optional.of(new Bucket.Ban(1, Duration.ofHours(1))))));

    List<Integer> statuses =
        Stream.generate(() -> client.get("/auth/test").status())
            .limit(50)
            .dropWhile(status -> status == 200)
            .toList();

    assertThat(statuses).as("the first refusal leads to a ban of an hour").containsOnly(429);
  }

  private static boolean granted(Reply reply) {
    return reply.status() != 429;
  }
}
