package interline.fleet;

import java.time.Duration;

/** Where bulk jobs wait for a worker. Delivery is at least once and in no particular order. */
public interface BulkQueue {

  /** As long as a job waits there at most; what nobody has taken up by then, nobody will. */
  Duration KEPT = Duration.ofDays(4);

  /** Hands a job over; it is safe with the queue once this returns. */
  void send(OrganizationId organization, String job);
}
