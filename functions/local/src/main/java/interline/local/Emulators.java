package interline.local;

import interline.local.LocalOptions.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The stores of one machine: started in this JVM, or running elsewhere. */
public final class Emulators implements AutoCloseable {
  private final URI dynamoDb;
  private final URI sqs;
  private final List<AutoCloseable> started;

  private Emulators(URI dynamoDb, URI sqs, List<AutoCloseable> started) {
    this.dynamoDb = dynamoDb;
    this.sqs = sqs;
    this.started = started;
  }

  /** Both in memory, on loopback, on free ports. */
  public static Emulators start() {
    return start(
        new Store.Embedded(0),
        new Store.Embedded(0),
        InetAddress.getLoopbackAddress(),
        Optional.empty());
  }

  /**
   * Starts what is embedded, side by side.
   *
   * @param data keeps tables and messages; held by one process at a time
   * @throws StartFailure if a port or the directory is in use
   */
  public static Emulators start(Store dynamoDb, Store sqs, InetAddress bind, Optional<Path> data) {
    var started = new ArrayList<AutoCloseable>();
    try {
      if (data.isPresent()) {
        started.add(lock(data.get()));
      }
      var tables = inBackground(() -> dynamoDb(dynamoDb, bind, data, started));
      var queues = inBackground(() -> sqs(sqs, bind, data, started));
      return new Emulators(await(tables), await(queues), started);
    } catch (RuntimeException e) {
      close(started);
      throw e;
    }
  }

  /** For clients on this machine. */
  public URI dynamoDb() {
    return dynamoDb;
  }

  /** For clients on this machine. */
  public URI sqs() {
    return sqs;
  }

  @Override
  public void close() {
    close(started);
  }

  private static URI dynamoDb(
      Store store, InetAddress bind, Optional<Path> data, List<AutoCloseable> started) {
    return switch (store) {
      case Store.External(URI endpoint) -> endpoint;
      case Store.Embedded(int port) -> {
        var emulator = EmbeddedDynamoDb.start(bind, port, data);
        add(started, emulator);
        yield uri(bind, emulator.port());
      }
    };
  }

  private static URI sqs(
      Store store, InetAddress bind, Optional<Path> data, List<AutoCloseable> started) {
    return switch (store) {
      case Store.External(URI endpoint) -> endpoint;
      case Store.Embedded(int port) -> {
        var emulator = EmbeddedSqs.start(bind, port, data);
        add(started, emulator);
        yield uri(bind, emulator.port());
      }
    };
  }

  private static void add(List<AutoCloseable> started, AutoCloseable emulator) {
    synchronized (started) {
      started.add(emulator);
    }
  }

  /** How this machine reaches what listens there. */
  static URI uri(InetAddress bind, int port) {
    String host =
        (bind.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bind).getHostAddress();
    return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
  }

  private static AutoCloseable lock(Path data) {
    try {
      Files.createDirectories(data);
      var channel =
          FileChannel.open(
              data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw new StartFailure(data + " is in use by another process");
      }
      return channel;
    } catch (OverlappingFileLockException _) {
      throw new StartFailure(data + " is in use by this process already");
    } catch (IOException e) {
      throw new StartFailure(data + " cannot keep data: " + e.getMessage(), e);
    }
  }

  private static <T> FutureTask<T> inBackground(Callable<T> work) {
    var task = new FutureTask<>(work);
    Thread.ofPlatform().daemon().name("emulator").start(task);
    return task;
  }

  private static <T> T await(FutureTask<T> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("interrupted while starting", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof StartFailure failure
          ? failure
          : new StartFailure("an emulator did not start: " + e.getCause(), e);
    }
  }

  private static void close(List<AutoCloseable> started) {
    synchronized (started) {
      for (AutoCloseable resource : started.reversed()) {
        try {
          resource.close();
        } catch (Exception e) {
          System.err.println("Closing: " + e);
        }
      }
      started.clear();
    }
  }
}
