package interline.local;

import static org.assertj.core.api.Assertions.assertThat;

import interline.local.Http.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Rules that many clients try to break at the same moment. */
@Isolated
class RaceConcurrencyTest {

  private static final int CLIENTS = 64;

  private final Http client = Http.fieldOpt(TestServer.tenant());

  @Test
  void aTechnicianOfCapacityFourTakesFourOfSixtyFour() throws Exception {
    long technician = technician(4);
    List<Long> jobs = IntStream.range(0, CLIENTS).mapToObj(_ -> job()).toList();

    List<Reply> replies =
        atOnce(jobs.stream().<Callable<Reply>>map(job -> () -> assign(job, technician)).toList());

    assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(4);
    assertThat(replies)
        .filteredOn(reply -> reply.status() != 201)
        .hasSize(60)
        .allSatisfy(
            reply -> {
              assertThat(reply.status()).isEqualTo(409);
              assertThat(reply.json().path("detail").textValue())
                  .isEqualTo("Technician already has maximum capacity");
            });
    assertThat(workload(technician)).isEqualTo(4);
    assertThat(client.get("/assignments/technician/" + technician).json()).hasSize(4);
    var summary = client.get("/jobs/summary").json();
    assertThat(summary.path("assigned").intValue()).isEqualTo(4);
    assertThat(summary.path("pending").intValue()).isEqualTo(60);
  }

  @Test
  void aJobThatSixtyFourWantIsGivenOnce() throws Exception {
    long job = job();
    List<Long> technicians = IntStream.range(0, 8).mapToObj(_ -> technician(8)).toList();

    List<Reply> replies =
        atOnce(
            IntStream.range(0, CLIENTS)
                .<Callable<Reply>>mapToObj(i -> () -> assign(job, technicians.get(i % 8)))
                .toList());

    assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
    assertThat(replies).filteredOn(reply -> reply.status() == 409).hasSize(CLIENTS - 1);
    assertThat(technicians.stream().mapToInt(this::workload).sum()).isEqualTo(1);
  }

  @Test
  void twoClientsThatReassignAJobLeaveItWithOneTechnician() throws Exception {
    long first = technician(8);
    long left = technician(8);
    long right = technician(8);
    for (int round = 0; round < 10; round++) {
      long job = job();
      assign(job, first);

      List<Reply> replies = atOnce(List.of(() -> reassign(job, left), () -> reassign(job, right)));

      assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(200));
      long holder = client.get("/assignments/job/" + job).json().path("technician_id").longValue();
      assertThat(holder).isIn(left, right);
      assertThat(workload(first)).isZero();
      assertThat(workload(left) + workload(right)).isEqualTo(1);
      assertThat(workload(holder)).isEqualTo(1);
      client.post("/jobs/" + job + "/cancel", "");
    }
  }

  @Test
  void aTeamGoesOnlyWithoutTasksAndNoTaskComesIntoOneThatIsGone() throws Exception {
    Http onfleet = Http.onfleet(TestServer.tenant());
    String place = "{\"destination\":{\"address\":{\"unparsed\":\"1 Main St\"}}%s}";
    for (int round = 0; round < 12; round++) {
      String name = "{\"name\":\"T%d\"}".formatted(round);
      String team = onfleet.post("/teams", name).json().path("id").textValue();
      String there = onfleet.post("/tasks", place.formatted("")).json().path("id").textValue();
      String born =
          place.formatted(",\"container\":{\"type\":\"TEAM\",\"team\":\"%s\"}".formatted(team));
      int before = round % 4;

      List<Callable<Reply>> calls = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        if (i == before) {
          calls.add(() -> onfleet.delete("/teams/" + team));
        }
        calls.add(() -> onfleet.post("/tasks", born));
      }
      calls.add(
          () ->
              onfleet.put("/containers/teams/" + team, "{\"tasks\":[-1,\"%s\"]}".formatted(there)));
      List<Reply> replies = atOnce(calls);

      Reply removed = replies.get(before);
      boolean stands = onfleet.get("/teams/" + team).status() == 200;
      List<String> inside = new ArrayList<>();
      for (var task : onfleet.get("/tasks/all?from=1").json().path("tasks")) {
        if (task.at("/container/team").asText().equals(team)) {
          inside.add(task.path("id").textValue());
        }
      }
      if (removed.status() == 200) {
        assertThat(stands).isFalse();
        assertThat(inside).isEmpty();
        assertThat(replies)
            .filteredOn(reply -> !reply.equals(removed))
            .allSatisfy(reply -> assertThat(reply.status()).as(reply.text()).isEqualTo(404));
      } else {
        assertThat(removed.json().at("/message/error").intValue())
            .as(removed.text())
            .isEqualTo(1000);
        assertThat(stands).isTrue();
        assertThat(inside).isNotEmpty();
        var queue = onfleet.get("/containers/teams/" + team).json().path("tasks");
        assertThat(queue).hasSameSizeAs(inside);
        assertThat(onfleet.post("/tasks", born).status()).isEqualTo(200);
      }
    }
  }

  private long technician(int capacity) {
    return client
        .post("/technicians/", "{\"name\":\"T\",\"capacity\":%d}".formatted(capacity))
        .json()
        .path("id")
        .longValue();
  }

  private long job() {
    return client
        .post("/jobs/", "{\"type\":\"install\",\"customer\":\"Acme\",\"address\":\"1 Main St\"}")
        .json()
        .path("id")
        .longValue();
  }

  private Reply assign(long job, long technician) {
    return client.post(
        "/assignments/", "{\"job_id\":%d,\"technician_id\":%d}".formatted(job, technician));
  }

  private Reply reassign(long job, long technician) {
    return client.post(
        "/assignments/reassign",
        "{\"job_id\":%d,\"new_technician_id\":%d}".formatted(job, technician));
  }

  private int workload(long technician) {
    return client.get("/technicians/" + technician).json().path("current_workload").intValue();
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
