package interline.onfleet;

import interline.gateway.Fields;
import java.math.BigDecimal;
import java.util.Optional;

/** A webhook to be made. */
record WebhookBody(String url, int trigger, Optional<String> name, Optional<BigDecimal> threshold) {

  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_URL = 2_048;

  static WebhookBody read(Fields body) {
    String url = body.required("url", Fields::text).strip();
    if (url.length() > LONGEST_URL) {
      throw Refusal.content("url is longer than " + LONGEST_URL + " characters.");
    }
    int trigger = body.required("trigger", Fields::integer);
    if (!Triggers.known(trigger)) {
      throw Refusal.content("There is no trigger " + trigger + ".");
    }
    Optional<String> name = body.text("name");
    if (name.filter(text -> text.length() > LONGEST_NAME).isPresent()) {
      throw Refusal.content("name is longer than " + LONGEST_NAME + " characters.");
    }
    Optional<BigDecimal> threshold =
        body.number("threshold")
            .map(
                number ->
                    new BigDecimal(
                        BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()));
    if (threshold.filter(number -> number.signum() < 0).isPresent()) {
      throw Refusal.content("threshold has to be positive.");
    }
    return new WebhookBody(url, trigger, name, threshold);
  }
}
