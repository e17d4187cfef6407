package interline.gateway;

import interline.fleet.Failure;
import java.util.Map;
import java.util.Optional;

/** What stands between a known caller and an endpoint, such as a limit of its organization. */
@FunctionalInterface
public interface Admission {

  /**
   * Whether a call may pass.
   *
   * @throws interline.fleet.Failure.TooMany if the limit is reached and there is no more to say
   */
  Verdict admit(Call call);

  /**
   * Whether a call may pass, and what its answer is to carry either way.
   *
   * @param headers of the answer, be it a refusal of the endpoint's or a fault
   */
  record Verdict(Optional<Failure> refusal, Map<String, String> headers) {

    /** The call may pass, and nobody has to know why. */
    public static final Verdict PASSED = new Verdict(Optional.empty(), Map.of());
  }
}
