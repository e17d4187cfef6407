package interline.local;

import com.amazonaws.services.lambda.runtime.Context;
import interline.local.HandlerClass.Handler;
import java.io.IOError;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A function with its execution environments. As in Lambda an environment holds one instance of the
 * handler and serves one invocation at a time, the one used last is used next, and there are as
 * many as there were invocations at a time. Unlike in Lambda they share one class loader.
 */
final class RunningFunction implements AutoCloseable {
  private final Template.Function function;
  private final HandlerClass handlerClass;
  private final Map<String, String> environment;
  private final Interceptor interceptor;
  private final ConcurrentLinkedDeque<Sandbox> idle = new ConcurrentLinkedDeque<>();
  private final InWork inWork = new InWork();
  private volatile boolean closed;

  RunningFunction(
      Template.Function function,
      HandlerClass handlerClass,
      Map<String, String> environment,
      Interceptor interceptor) {
    this.function = function;
    this.handlerClass = handlerClass;
    this.environment = environment;
    this.interceptor = interceptor;
  }

  InWork inWork() {
    return inWork;
  }

  /** Invokes the function and waits for it, at most as long as the template lets it run. */
  Outcome invoke(String event) {
    Sandbox sandbox = idle.pollFirst();
    if (sandbox == null) {
      sandbox = new Sandbox();
    }
    try {
      sandbox.initialize();
      Outcome outcome = sandbox.serve(event);
      if (closed) {
        sandbox.discard();
      } else {
        idle.addFirst(sandbox);
      }
      return outcome;
    } catch (ExecutionException e) {
      sandbox.discard();
      return failed(Objects.requireNonNullElse(e.getCause(), e));
    } catch (TimeoutException _) {
      sandbox.discard();
      return new Outcome.Failed(
          "Sandbox.Timedout",
          "Task timed out after %d seconds".formatted(function.timeout().toSeconds()));
    } catch (InterruptedException | RejectedExecutionException _) {
      sandbox.discard();
      Thread.currentThread().interrupt();
      return new Outcome.Failed("Sandbox.Closed", "The server is closing");
    }
  }

  @Override
  public void close() {
    closed = true;
    for (Sandbox sandbox = idle.pollFirst(); sandbox != null; sandbox = idle.pollFirst()) {
      sandbox.discard();
    }
  }

  private static Outcome failed(Throwable error) {
    return new Outcome.Failed(error.getClass().getName(), String.valueOf(error.getMessage()));
  }

  /** One execution environment: a thread of its own, and on it an instance of the handler. */
  private final class Sandbox {
    private final ExecutorService thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name(function.id() + "-", 0).factory());
    private Handler handler = (_, _) -> "";
    private boolean initialized;

    /** The constructor has ten seconds, whatever the function's own timeout. */
    void initialize() throws ExecutionException, TimeoutException, InterruptedException {
      if (!initialized) {
        handler = thread.submit(() -> handlerClass.instance(environment)).get(10, TimeUnit.SECONDS);
        initialized = true;
      }
    }

    Outcome serve(String event) throws ExecutionException, TimeoutException, InterruptedException {
      Future<Outcome> answer = thread.submit(() -> run(event));
      return answer.get(function.timeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** An exception leaves the environment usable; an error of the machine itself does not. */
    @SuppressWarnings("CatchAndPrintStackTrace") // The function's log is stderr.
    private Outcome run(String event) {
      var context =
          new InvocationContext(
              UUID.randomUUID().toString(),
              function,
              System.nanoTime() + function.timeout().toNanos());
      inWork.begin();
      try {
        return new Outcome.Answered(
            interceptor.around(function.id(), event, given -> handle(given, context)));
      } catch (VirtualMachineError | IOError e) {
        throw e;
      } catch (Throwable e) {
        if (!closed) {
          e.printStackTrace();
        }
        return failed(e);
      } finally {
        inWork.end();
      }
    }

    private String handle(String event, Context context) throws Exception {
      return handler.handle(event, context);
    }

    void discard() {
      thread.shutdownNow();
    }
  }
}
