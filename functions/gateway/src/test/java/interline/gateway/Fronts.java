package interline.gateway;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import interline.fleet.Bucket;
import interline.fleet.Caller;
import interline.fleet.Failure;
import interline.fleet.OrganizationId;
import interline.fleet.Snapshot;
import interline.fleet.Store;
import interline.fleet.UseCase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;

/** What the tests of this module put around an endpoint. */
final class Fronts {

  static final Caller CALLER = new Caller(new OrganizationId(1), "somebody");

  /** A store for those who must not come to need one. */
  static final Store NO_STORE =
      new Store() {
        @Override
        public Snapshot snapshot(Caller caller) {
          throw new AssertionError("Nobody was to read");
        }

        @Override
        public <R> R commit(Caller caller, UseCase<R> useCase) {
          throw new AssertionError("Nobody was to write");
        }

        @Override
        public void permit(OrganizationId organization, String name, int most, Duration window) {
          throw new AssertionError("Nobody was to take a permit");
        }

        @Override
        public Bucket.Draw draw(OrganizationId organization, String name, Bucket bucket) {
          throw new AssertionError("Nobody was to draw a permit");
        }

        @Override
        public byte[] secret(String name) {
          throw new AssertionError("Nobody was to ask for a secret");
        }
      };

  static final Wiring WIRING =
      new Wiring(
          Map.of(),
          () -> NO_STORE,
          () -> {
            throw new AssertionError("Nobody was to open a queue");
          },
          Clock.systemUTC(),
          () -> "secret",
          UUID::randomUUID);

  /** Says in one word what it is about. */
  static final Voice VOICE =
      new Voice() {
        @Override
        public Answer failure(Request request, Failure failure) {
          return failure instanceof Failure.Unauthenticated
              ? Answer.of(401, "unauthenticated")
              : Answer.of(422, "failure");
        }

        @Override
        public Answer malformed(Request request, Malformed malformed) {
          return Answer.of(400, "malformed");
        }

        @Override
        public Answer noSuchPath(Request request) {
          return Answer.of(404, "no such path");
        }

        @Override
        public Answer methodNotAllowed(Request request, SortedSet<String> allowed) {
          return Answer.of(405, allowed);
        }

        @Override
        public Answer tooLarge(Request request) {
          return Answer.of(413, "too large");
        }

        @Override
        public Answer fault(Request request) {
          return Answer.of(500, "fault");
        }
      };

  private Fronts() {}

  /** A log to look into. */
  static final class Log implements LambdaLogger {
    final List<String> lines = new ArrayList<>();

    @Override
    public void log(String message) {
      lines.add(message);
    }

    @Override
    public void log(byte[] message) {
      lines.add(new String(message, StandardCharsets.UTF_8));
    }
  }
}
