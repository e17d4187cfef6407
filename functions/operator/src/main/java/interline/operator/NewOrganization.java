package interline.operator;

import interline.fleet.Organization;
import interline.gateway.Expected;
import interline.gateway.Fields;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** An organization to be made. */
record NewOrganization(String name, String accountToken, Organization.Limits limits) {

  /** Clients send it in a header, so it is made of what passes through every header. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]*");

  private static final int LONGEST = 63;

  static NewOrganization read(Fields body, Organization.Limits defaults) {
    String name = body.required("name", Fields::text);
    String token = body.text("account_token").orElseGet(() -> slug(name));
    if (!TOKEN.matcher(token).matches()) {
      throw body.bad("account_token", new Expected.Like("acme-logistics"));
    }
    return new NewOrganization(
        name,
        token,
        body.object("limits").map(limits -> LimitsBody.read(limits, defaults)).orElse(defaults));
  }

  /** A name in plain letters and digits; of a name that has none, nothing is left. */
  private static String slug(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    String cut = plain.substring(0, Math.min(plain.length(), LONGEST));
    return cut.replaceAll("^-|-$", "");
  }
}
