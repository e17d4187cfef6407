package interline.onfleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import interline.fleet.Bucket;
import interline.fleet.Caller;
import interline.fleet.Container;
import interline.fleet.Containers.At;
import interline.fleet.Containers.Wish;
import interline.fleet.Failure;
import interline.fleet.Organization;
import interline.fleet.OrganizationId;
import interline.fleet.Snapshot;
import interline.fleet.Store;
import interline.fleet.UseCase;
import interline.gateway.Call;
import interline.gateway.Request;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Many steps into a container, each of which takes its time. */
class ContainerTimeTest {

  private static final Wish WISH =
      new Wish(Container.organization(), List.of(1L), new At.End(), false);

  /** Each commit takes a second, and leaves something to do until there have been enough. */
  private static final class Slow implements Store {
    private final int steps;
    private int commits;

    Slow(int steps) {
      this.steps = steps;
    }

    @Override
    public Snapshot snapshot(Caller caller) {
      return (Snapshot)
          Proxy.newProxyInstance(
              Snapshot.class.getClassLoader(),
              new Class<?>[] {Snapshot.class},
              (_, asked, _) -> {
                assertThat(asked.getName()).isEqualTo("now");
                return Instant.EPOCH.plusSeconds(commits);
              });
    }

    @Override
    @SuppressWarnings("unchecked") // a step into a container says what is left
    public <R> R commit(Caller caller, UseCase<R> useCase) {
      commits++;
      return (R) (commits == steps ? Optional.empty() : Optional.of(WISH));
    }

    @Override
    public void permit(OrganizationId organization, String name, int most, Duration window) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Bucket.Draw draw(OrganizationId organization, String name, Bucket bucket) {
      throw new UnsupportedOperationException();
    }

    @Override
    public byte[] secret(String name) {
      throw new UnsupportedOperationException();
    }
  }

  private static void put(Slow store) {
    APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
    event.setRawPath("/api/v2/containers/organizations/x");
    Call call =
        new Call(
            Request.of(event),
            new Caller(new OrganizationId(7), "test"),
            store,
            ContainerTimeTest::unknown);
    ContainersFunction.put(call, WISH);
  }

  private static Organization unknown(OrganizationId id) {
    throw new UnsupportedOperationException("Nobody asks for " + id);
  }

  @Test
  void noStepIsBegunAfterTenSeconds() {
    Slow endless = new Slow(0);
    assertThatThrownBy(() -> put(endless)).isInstanceOf(Failure.Busy.class);
    assertThat(endless.commits).isEqualTo(11);

    Slow ends = new Slow(11);
    put(ends);
    assertThat(ends.commits).isEqualTo(11);
  }
}
