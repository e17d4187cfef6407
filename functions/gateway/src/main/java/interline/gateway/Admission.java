package interline.gateway;

/** What stands between a known caller and an endpoint, such as a limit of its organization. */
@FunctionalInterface
public interface Admission {

  /**
   * Lets a call pass by returning.
   *
   * @throws interline.fleet.Failure.TooMany if the limit is reached
   */
  void admit(Call call);
}
