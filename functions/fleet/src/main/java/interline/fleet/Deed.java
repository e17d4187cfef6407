package interline.fleet;

import java.time.Instant;

/** Something a worker did that counts in their figures. */
public record Deed(long worker, Instant at, What what) {

  /** What can be done. */
  public enum What {
    WENT_ON_DUTY,
    WENT_OFF_DUTY,
    SUCCEEDED,
    FAILED
  }
}
