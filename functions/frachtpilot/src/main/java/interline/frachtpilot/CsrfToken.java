package interline.frachtpilot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The second header: what a client of this day can work out from the user's mail. It tells nobody
 * who they are, and can be sent again all day; the key has to do that.
 */
final class CsrfToken {

  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private final InstantSource clock;
  private final int days;

  /**
   * Checks tokens.
   *
   * @param days how many days before and after today are good too, as clients have other zones
   */
  CsrfToken(InstantSource clock, int days) {
    this.clock = clock;
    this.days = days;
  }

  /** The token of a day: the empty text stands for no mail. */
  static String of(String mail, LocalDate day) {
    byte[] signed = (mail + "." + day).getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(signed));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has MD5", e);
    }
  }

  /** Whether a token is one of these days'. How long it takes says nothing about which. */
  boolean holds(String mail, String token) {
    byte[] sent = token.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    boolean good = false;
    for (int day = -days; day <= days; day++) {
      byte[] right = of(mail, today.plusDays(day)).getBytes(StandardCharsets.UTF_8);
      good |= MessageDigest.isEqual(right, sent);
    }
    return good;
  }
}
