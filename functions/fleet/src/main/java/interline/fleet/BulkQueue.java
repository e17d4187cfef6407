package interline.fleet;

/** Where bulk jobs wait for a worker. Delivery is at least once and in no particular order. */
public interface BulkQueue {

  /** Hands a job over; it is safe with the queue once this returns. */
  void send(OrganizationId organization, String job);
}
