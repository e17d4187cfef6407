package interline.local;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What something cost in DynamoDB.
 *
 * @param requests how many of each operation, by name
 * @param readUnits read capacity units
 * @param writeUnits write capacity units
 * @param largestTransaction the most items that one transaction wrote
 * @param sdk the processor time that the calling thread spent in the SDK
 * @param handler the processor time of the handler, with the SDK's in it
 */
public record Price(
    Map<String, Integer> requests,
    double readUnits,
    double writeUnits,
    int largestTransaction,
    Duration sdk,
    Duration handler) {

  static final Price NOTHING = new Price(Map.of(), 0, 0, 0, Duration.ZERO, Duration.ZERO);

  /** All requests together. */
  public int total() {
    return requests.values().stream().mapToInt(Integer::intValue).sum();
  }

  Price handled(Duration cpu) {
    return new Price(requests, readUnits, writeUnits, largestTransaction, sdk, handler.plus(cpu));
  }

  /** With the processor time of a request that does not count. */
  Price elsewhere(Duration cpu) {
    return new Price(requests, readUnits, writeUnits, largestTransaction, sdk.plus(cpu), handler);
  }

  Price and(String operation, double reads, double writes, int transaction, Duration cpu) {
    Map<String, Integer> all = new TreeMap<>(requests);
    all.merge(operation, 1, Integer::sum);
    return new Price(
        all,
        readUnits + reads,
        writeUnits + writes,
        Math.max(largestTransaction, transaction),
        sdk.plus(cpu),
        handler);
  }
}
