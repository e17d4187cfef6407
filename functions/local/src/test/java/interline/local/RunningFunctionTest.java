package interline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RunningFunctionTest {
  /** Answers with its own number and its environment's name. */
  public static final class Numbered implements RequestStreamHandler {
    private static final AtomicInteger MADE = new AtomicInteger();
    private final int number = MADE.incrementAndGet();
    private final String name;

    public Numbered(Map<String, String> environment) {
      name = environment.getOrDefault("NAME", "");
      if (name.equals("broken")) {
        throw new IllegalStateException("no table");
      }
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
        throws IOException {
      String event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      switch (event) {
        case "throw" -> throw new IOException("asked to");
        case "die" -> throw new OutOfMemoryError("asked to");
        case "hang" -> hang();
        default -> out.write((name + number).getBytes(StandardCharsets.UTF_8));
      }
    }

    private static void hang() {
      try {
        Thread.sleep(Long.MAX_VALUE);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void oneInstanceServesAllThatComeOneAfterTheOther() {
    try (RunningFunction function = function("n", (_, event, next) -> next.handle(event))) {
      Outcome first = function.invoke("");

      assertThat(function.invoke("")).isEqualTo(first);
      assertThat(first).isInstanceOf(Outcome.Answered.class).asString().contains("n");
      assertThat(function.inWork().peak()).isEqualTo(1);
      assertThat(function.inWork().total()).isEqualTo(2);
    }
  }

  @Test
  void thereAreAsManyInstancesAsInvocationsAtATimeAndTheLastUsedIsNext() throws Exception {
    var barrier = new CyclicBarrier(3);
    Interceptor together =
        (_, event, next) -> {
          if (event.equals("together")) {
            barrier.await(10, TimeUnit.SECONDS);
          }
          return next.handle(event);
        };
    try (RunningFunction function = function("n", together);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Outcome>> calls =
          List.of(
              () -> function.invoke("together"),
              () -> function.invoke("together"),
              () -> function.invoke("together"));
      var seen = new HashSet<Outcome>();
      for (var answer : new ArrayList<>(threads.invokeAll(calls))) {
        seen.add(answer.get());
      }

      assertThat(seen).hasSize(3);
      assertThat(function.inWork().peak()).isEqualTo(3);
      assertThat(function.inWork().now()).isZero();
      Outcome next = function.invoke("");
      assertThat(seen).contains(next);
      assertThat(function.invoke("")).isEqualTo(next);
    }
  }

  @Test
  void anExceptionKeepsTheInstanceAndADeadMachineDoesNot() {
    try (RunningFunction function = function("n", (_, event, next) -> next.handle(event))) {
      Outcome first = function.invoke("");

      assertThat(function.invoke("throw"))
          .isEqualTo(new Outcome.Failed("java.io.IOException", "asked to"));
      assertThat(function.invoke("")).isEqualTo(first);
      assertThat(function.invoke("die"))
          .isEqualTo(new Outcome.Failed("java.lang.OutOfMemoryError", "asked to"));
      assertThat(function.invoke("")).isNotEqualTo(first);
    }
  }

  @Test
  void whatRunsTooLongFailsAndItsInstanceIsNotUsedAgain() {
    try (RunningFunction function = function("n", (_, event, next) -> next.handle(event))) {
      Outcome first = function.invoke("");

      assertThat(function.invoke("hang"))
          .isEqualTo(new Outcome.Failed("Sandbox.Timedout", "Task timed out after 1 seconds"));
      assertThat(function.invoke("")).isNotEqualTo(first);
    }
  }

  @Test
  void aConstructorThatFailsFailsTheInvocation() {
    try (RunningFunction function = function("broken", (_, event, next) -> next.handle(event))) {
      assertThat(function.invoke(""))
          .isEqualTo(new Outcome.Failed("java.lang.IllegalStateException", "no table"));
    }
  }

  @Test
  void aClassThatIsNoHandlerIsRefused() {
    assertThatThrownBy(() -> HandlerClass.of(described("no.Such")))
        .hasMessage("F: handler class no.Such is missing");
    assertThatThrownBy(() -> HandlerClass.of(described("java.lang.String")))
        .hasMessage("F: java.lang.String is no Lambda handler");
  }

  private static RunningFunction function(String name, Interceptor interceptor) {
    Template.Function described = described(Numbered.class.getName());
    return new RunningFunction(
        described, HandlerClass.of(described), Map.of("NAME", name), interceptor);
  }

  private static Template.Function described(String handler) {
    return new Template.Function("F", handler, Duration.ofSeconds(1), 512, _ -> Map.of());
  }
}
