package interline.local;

import com.typesafe.config.ConfigFactory;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.persistence.sql.SqlQueuePersistenceConfig;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.collection.immutable.List$;
import scalikejdbc.ConnectionPool;

/**
 * ElasticMQ. With a data directory it keeps its messages in an H2 file there. Its connection pool
 * is one per JVM, so only one queue service of a JVM can have a data directory at a time.
 */
final class EmbeddedSqs implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ActorSystem actors;
  private final int port;
  private final boolean persistent;

  private EmbeddedSqs(ActorSystem actors, int port, boolean persistent) {
    this.actors = actors;
    this.port = port;
    this.persistent = persistent;
  }

  static EmbeddedSqs start(InetAddress bind, int port, Optional<Path> data) {
    var actors =
        ActorSystem.create(
            "elasticmq",
            ConfigFactory.parseString(
                    """
                    pekko.loglevel = OFF
                    pekko.stdout-loglevel = OFF
                    pekko.daemonic = on
                    pekko.jvm-shutdown-hooks = off
                    pekko.coordinated-shutdown.run-by-jvm-shutdown-hook = off
                    """)
                .withFallback(ConfigFactory.load()));
    try {
      Option<ActorRef> store =
          data.map(path -> store(actors, path)).map(Option::apply).orElse(Option.empty());
      ActorRef queues =
          actors.actorOf(
              Props.create(
                  QueueManagerActor.class,
                  () -> new QueueManagerActor(new NowProvider(), StrictSQSLimits$.MODULE$, store)));
      // "*": queue addresses name the host that the request named, which may be a container's.
      SQSRestServer server =
          SQSRestServerBuilder.withActorSystem(actors)
              .withQueueManagerActor(queues)
              .withInterface(bind.getHostAddress())
              .withPort(port)
              .withServerAddress(new NodeAddress("http", "*", port, ""))
              .withAWSRegion(Intrinsics.REGION)
              .start();
      int bound = server.waitUntilStarted().localAddress().getPort();
      if (store.isDefined()) {
        Patterns.ask(store.get(), new QueueEvent.Restore(queues), PATIENCE)
            .toCompletableFuture()
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      }
      return new EmbeddedSqs(actors, bound, store.isDefined());
    } catch (Exception e) {
      actors.terminate();
      throw new StartFailure(
          port == 0
              ? "ElasticMQ does not start: " + e
              : "ElasticMQ does not start; is port " + port + " in use?",
          e);
    }
  }

  private static ActorRef store(ActorSystem actors, Path data) {
    String url =
        "jdbc:h2:file:"
            + data.toAbsolutePath().resolve("queues")
            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    // ElasticMQ opens its pool once per JVM; a second start has to bring its own.
    ConnectionPool.singleton(
        url,
        "",
        "",
        ConnectionPool.singleton$default$4(),
        ConnectionPool.singleton$default$5(url, "", "", ConnectionPool.singleton$default$4()));
    var config = new SqlQueuePersistenceConfig(true, "org.h2.Driver", url, "", "", false);
    return actors.actorOf(
        Props.create(
            SqlQueuePersistenceActor.class,
            () -> new SqlQueuePersistenceActor(config, List$.MODULE$.empty())));
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    // Not the server's own stop: it lets idle connections end by themselves, for up to a minute.
    actors.terminate();
    actors
        .getWhenTerminated()
        .toCompletableFuture()
        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .join();
    if (persistent) {
      ConnectionPool.closeAll();
    }
  }
}
