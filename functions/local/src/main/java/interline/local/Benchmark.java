package interline.local;

import com.sun.management.ThreadMXBean;
import interline.fleet.ApiKey;
import interline.fleet.Caller;
import interline.fleet.Dialect;
import interline.fleet.Organization;
import interline.fleet.OrganizationId;
import interline.fleet.Organizations;
import interline.fleet.Store;
import interline.fleet.StoreProvider;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Measures every route through the local server, warm, one call at a time: the time a client waits,
 * what the handler's thread spends, and how much of that is the SDK's for the very same requests.
 * The ratio of the two says what Interline itself costs, whatever the machine.
 */
public final class Benchmark {

  private static final int WARM_UP = 400;
  private static final int MEASURED = 400;
  static final String SECRET = "benchmark";
  static final String ACCOUNT = "benchmark";

  private final LocalServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicReference<Sample> last = new AtomicReference<>(Sample.NOTHING);

  private Benchmark(Path template) {
    server =
        LocalServer.start(
            LocalOptions.of(template)
                .withParameters(Map.of("FieldOptOpen", "true"))
                .withOnStart(Benchmark::organization)
                .withInterceptor(
                    (_, event, function) -> Sample.of(() -> function.handle(event), last::set)));
  }

  /** What one invocation took of its thread. */
  private record Sample(Price price, Duration cpu, long allocated) {

    static final Sample NOTHING = new Sample(Price.NOTHING, Duration.ZERO, 0);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static String of(Callable<String> work, Consumer<Sample> sample) throws Exception {
      long bytes = THREADS.getCurrentThreadAllocatedBytes();
      long nanos = THREADS.getCurrentThreadCpuTime();
      AtomicReference<Price> price = new AtomicReference<>(Price.NOTHING);
      try {
        return Meter.measure(work, price::set);
      } finally {
        sample.accept(
            new Sample(
                price.get(),
                Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - nanos),
                THREADS.getCurrentThreadAllocatedBytes() - bytes));
      }
    }
  }

  /** A call, made anew for each round. */
  private record Route(String name, IntFunction<HttpRequest> call) {}

  public static void main(String... args) throws Exception {
    Benchmark benchmark = new Benchmark(Path.of(args.length == 0 ? "template.yaml" : args[0]));
    try {
      benchmark.run();
    } finally {
      benchmark.server.close();
    }
    System.exit(0);
  }

  private void run() throws Exception {
    System.out.println(
        """
        | Route | p50 ms | p99 ms | read units | write units | KB allocated | Lambda serialization µs | handler CPU µs | SDK CPU µs | ratio |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\
        """);
    int rounds = WARM_UP + MEASURED;
    for (int i = 0; i < 3 * rounds; i++) {
      send(fieldOpt("POST", "/jobs/", job(i)));
    }
    for (int i = 0; i < 4; i++) {
      send(
          fieldOpt(
              "POST",
              "/technicians/",
              "{\"name\":\"T\",\"skills\":[\"install\"],\"capacity\":10000}"));
    }
    for (Route route : routes(rounds)) {
      measure(route);
    }
  }

  private List<Route> routes(int rounds) {
    List<Route> routes = new ArrayList<>();
    routes.add(new Route("GET /jobs/{id}", i -> fieldOpt("GET", "/jobs/" + (i + 1), "")));
    routes.add(new Route("GET /technicians/{id}", _ -> fieldOpt("GET", "/technicians/1", "")));
    routes.add(new Route("GET /technicians/", _ -> fieldOpt("GET", "/technicians/", "")));
    routes.add(new Route("GET /jobs/summary", _ -> fieldOpt("GET", "/jobs/summary", "")));
    routes.add(
        new Route(
            "GET /jobs/?status=&scheduled_date=",
            i -> fieldOpt("GET", "/jobs/?status=pending&scheduled_date=" + day(i), "")));
    routes.add(new Route("POST /jobs/", i -> fieldOpt("POST", "/jobs/", job(i))));
    routes.add(
        new Route(
            "PATCH /jobs/{id}",
            i -> fieldOpt("PATCH", "/jobs/" + (i + 1), "{\"customer\":\"C" + i + "\"}")));
    routes.add(
        new Route(
            "GET /jobs/{id}/can-do/{id}",
            i -> fieldOpt("GET", "/jobs/" + (i + 1) + "/can-do/1", "")));
    routes.add(
        new Route(
            "GET /routing/best-tech/{id}",
            i -> fieldOpt("GET", "/routing/best-tech/" + (i + 1), "")));
    routes.add(
        new Route(
            "POST /assignments/",
            i ->
                fieldOpt(
                    "POST",
                    "/assignments/",
                    "{\"job_id\":%d,\"technician_id\":%d}".formatted(i + 1, i % 4 + 1))));
    routes.add(
        new Route(
            "POST /assignments/unassign",
            i -> fieldOpt("POST", "/assignments/unassign", "{\"job_id\":" + (i + 1) + "}")));
    routes.add(
        new Route(
            "POST /jobs/{id}/cancel",
            i -> fieldOpt("POST", "/jobs/" + (rounds + i + 1) + "/cancel", "")));
    routes.add(
        new Route(
            "POST /bulk_api_jobs (1 row)", i -> fleetio("POST", "/bulk_api_jobs", vehicle(i))));
    routes.add(new Route("GET /vehicles/{id}", _ -> fleetio("GET", "/vehicles/1", "")));
    return routes;
  }

  private void measure(Route route) throws IOException, InterruptedException {
    long[] waited = new long[MEASURED];
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < WARM_UP + MEASURED; i++) {
      HttpRequest call = route.call().apply(i);
      long begun = System.nanoTime();
      send(call);
      if (i >= WARM_UP) {
        waited[i - WARM_UP] = System.nanoTime() - begun;
        samples.add(last.get());
      }
    }
    Arrays.sort(waited);
    double all = samples.stream().mapToDouble(sample -> micros(sample.cpu())).average().orElse(0);
    double cpu =
        samples.stream()
            .mapToDouble(sample -> micros(sample.price().handler()))
            .average()
            .orElse(0);
    double sdk =
        samples.stream().mapToDouble(sample -> micros(sample.price().sdk())).average().orElse(0);
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.1f | %.1f | %.0f | %.0f | %.0f | %.0f | %.2f |%n",
        route.name(),
        waited[MEASURED / 2] / 1e6,
        waited[MEASURED * 99 / 100] / 1e6,
        samples.stream().mapToDouble(sample -> sample.price().readUnits()).average().orElse(0),
        samples.stream().mapToDouble(sample -> sample.price().writeUnits()).average().orElse(0),
        samples.stream().mapToLong(Sample::allocated).average().orElse(0) / 1024,
        all - cpu,
        cpu,
        sdk,
        cpu / sdk);
  }

  private static double micros(Duration duration) {
    return duration.toNanos() / 1e3;
  }

  private void send(HttpRequest call) throws IOException, InterruptedException {
    var answer = client.send(call, BodyHandlers.ofString());
    if (answer.statusCode() > 299) {
      throw new IllegalStateException(call + " was answered " + answer);
    }
  }

  private HttpRequest fieldOpt(String method, String path, String body) {
    return request(method, path, body).build();
  }

  private HttpRequest fleetio(String method, String path, String body) {
    return request(method, path, body)
        .header("Authorization", "Token " + SECRET)
        .header("Account-Token", ACCOUNT)
        .build();
  }

  private HttpRequest.Builder request(String method, String path, String body) {
    return HttpRequest.newBuilder(URI.create(server.uri() + "/api/v1" + path))
        .header("Content-Type", "application/json")
        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
  }

  private static String job(int i) {
    return """
    {"type":"install","customer":"Acme Corp","address":"123 Main St, NYC","scheduled_date":"%s",\
    "time_slot":"08:00-12:00","skills_required":["install"]}\
    """
        .formatted(day(i));
  }

  /** Some forty jobs a day. */
  private static String day(int i) {
    return LocalDate.of(2026, 4, 1).plusDays(i % 60).toString();
  }

  private static String vehicle(int i) {
    return """
    {"resource":"vehicle","operation":"create","records":[{"name":"Van %d",\
    "primary_meter_unit":"mi","vehicle_type_id":3,"vehicle_status_id":1}]}\
    """
        .formatted(i);
  }

  static void organization(Stack stack) {
    Map<String, String> environment = new LinkedHashMap<>(stack.variables());
    environment.put("TABLE_NAME", stack.tableName("Table"));
    Store store =
        ServiceLoader.load(StoreProvider.class).findFirst().orElseThrow().store(environment);
    Caller operator = new Caller(OrganizationId.OPERATOR, "benchmark");
    Organization made =
        store.commit(
            operator,
            Organizations.create(
                "Benchmark", ACCOUNT, new Organization.Limits(1_000_000, 1_000_000)));
    store.commit(
        operator,
        Organizations.issue(
            made.number(),
            new ApiKey.Draft(Dialect.FLEETIO, "benchmark", Optional.empty()),
            SECRET));
  }
}
