package interline.gateway;

/** What answers one method on one path: decodes, calls one use case, encodes. */
@FunctionalInterface
public interface Endpoint {

  /**
   * Answers a call.
   *
   * @throws interline.fleet.Failure if the fleet refuses
   * @throws Malformed if the call cannot be read
   */
  Answer answer(Call call);
}
