package interline.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures bulk jobs from their POST to the last one's end: records per second, what a record costs
 * in DynamoDB, and what share of the workers' time is ours. All of a worker's time that its thread
 * does not compute in Interline is the store's: requests on their way, and the SDK that makes them.
 */
public final class BulkBenchmark {

  private static final int JOBS = 100;
  private static final int ROWS = 100;
  private static final Duration BETWEEN_POLLS = Duration.ofMillis(50);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final LocalServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final DoubleAdder readUnits = new DoubleAdder();
  private final DoubleAdder writeUnits = new DoubleAdder();
  private final LongAdder requests = new LongAdder();
  private final LongAdder elapsed = new LongAdder();
  private final LongAdder ours = new LongAdder();
  private final LongAdder sdk = new LongAdder();

  private BulkBenchmark(Path template) {
    server =
        LocalServer.start(
            LocalOptions.of(template)
                .withOnStart(Benchmark::organization)
                .withInterceptor(this::around));
  }

  public static void main(String... args) throws Exception {
    BulkBenchmark benchmark =
        new BulkBenchmark(Path.of(args.length == 0 ? "template.yaml" : args[0]));
    try {
      benchmark.run();
    } finally {
      benchmark.server.close();
    }
    System.exit(0);
  }

  private String around(String function, String event, Interceptor.Next next) throws Exception {
    if (!function.equals("BulkFunction")) {
      return next.handle(event);
    }
    long begun = System.nanoTime();
    long cpu = THREADS.getCurrentThreadCpuTime();
    return Meter.measure(
        () -> next.handle(event),
        price -> {
          readUnits.add(price.readUnits());
          writeUnits.add(price.writeUnits());
          requests.add(price.total());
          elapsed.add(System.nanoTime() - begun);
          sdk.add(price.sdk().toNanos());
          ours.add(THREADS.getCurrentThreadCpuTime() - cpu - price.sdk().toNanos());
        });
  }

  private void run() throws IOException, InterruptedException {
    System.out.println(
        """
        | %d jobs of %d | records/s | requests | read units | write units | our CPU µs | SDK CPU µs | ours | the store's |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- |\
        """
            .formatted(JOBS, ROWS));
    List<Long> vehicles = measure("vehicle", "vehicle create", BulkBenchmark::vehicle);
    measure("meter_entry", "meter_entry create", i -> reading(i, vehicles));
    measure("location_entry", "location_entry create", i -> position(i, vehicles));
  }

  private List<Long> measure(String resource, String name, IntFunction<String> row)
      throws IOException, InterruptedException {
    reset();
    long begun = System.nanoTime();
    List<String> jobs = new ArrayList<>();
    for (int job = 0; job < JOBS; job++) {
      String rows =
          IntStream.range(job * ROWS, (job + 1) * ROWS)
              .mapToObj(row)
              .collect(Collectors.joining(","));
      String body =
          "{\"resource\":\"%s\",\"operation\":\"create\",\"records\":[%s]}"
              .formatted(resource, rows);
      jobs.add(send("POST", "/bulk_api_jobs", body).path("id").textValue());
    }
    List<Long> made = new ArrayList<>();
    for (String job : jobs) {
      JsonNode done = done(job);
      done.path("successful_record_ids").forEach(id -> made.add(id.longValue()));
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    double records = JOBS * (double) ROWS;
    if (made.size() != JOBS * ROWS) {
      throw new IllegalStateException(name + " made " + made.size() + " records");
    }
    double share = 100.0 * ours.sum() / elapsed.sum();
    System.out.printf(
        Locale.ROOT,
        "| %s | %.0f | %.2f | %.2f | %.2f | %.0f | %.0f | %.1f %% | %.1f %% |%n",
        name,
        records / seconds,
        requests.sum() / records,
        readUnits.sum() / records,
        writeUnits.sum() / records,
        ours.sum() / records / 1e3,
        sdk.sum() / records / 1e3,
        share,
        100 - share);
    return made;
  }

  private void reset() {
    readUnits.reset();
    writeUnits.reset();
    requests.reset();
    elapsed.reset();
    ours.reset();
    sdk.reset();
  }

  private JsonNode done(String job) throws IOException, InterruptedException {
    while (true) {
      JsonNode now = send("GET", "/bulk_api_jobs/" + job, "");
      if (now.path("state").asText().equals("complete")) {
        return now;
      }
      Thread.sleep(BETWEEN_POLLS);
    }
  }

  private JsonNode send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.uri() + "/api/v1" + path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Token " + Benchmark.SECRET)
            .header("Account-Token", Benchmark.ACCOUNT)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    var answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() > 299) {
      throw new IllegalStateException(request + " was answered " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  private static String vehicle(int i) {
    return """
    {"name":"Van %d","primary_meter_unit":"mi","vehicle_type_id":3,"vehicle_status_id":1}\
    """
        .formatted(i);
  }

  /** Each job is one day, and reads the meters of a hundred vehicles. */
  private static String reading(int i, List<Long> vehicles) {
    return "{\"vehicle_id\":%d,\"date\":\"%s\",\"value\":%d}"
        .formatted(
            vehicles.get(i % ROWS), LocalDate.of(2026, 1, 1).plusDays(i / ROWS), 1000 + i / ROWS);
  }

  private static String position(int i, List<Long> vehicles) {
    return "{\"vehicle_id\":%d,\"date\":\"%s\",\"latitude\":41.25,\"longitude\":-95.93}"
        .formatted(vehicles.get(i % ROWS), LocalDate.of(2026, 1, 1).plusDays(i / ROWS));
  }
}
