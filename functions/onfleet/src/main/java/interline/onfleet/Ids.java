package interline.onfleet;

import interline.fleet.Entity;
import interline.fleet.Failure;
import interline.fleet.Identity;
import interline.fleet.Kind;
import interline.fleet.OrganizationId;
import interline.gateway.Call;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Records by the 24 characters that Onfleet's clients know them by. */
record Ids(Identity identity) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9*~]{24}");

  static Ids of(Call call) {
    return of(call.caller().organization());
  }

  static Ids of(OrganizationId organization) {
    return new Ids(new Identity(organization));
  }

  /** What a record is called. */
  String of(Kind<?> kind, long number) {
    return identity.encode(kind, number);
  }

  /** What the caller's organization is called. */
  String ofOrganization() {
    return identity.ofOrganization();
  }

  /** Whether a text can be an identifier at all. */
  static boolean wellFormed(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * The number of the record that a segment of the path names.
   *
   * @throws Refusal if it cannot be an identifier
   * @throws Failure.NotFound if it is none of this organization and kind
   */
  static long inPath(Call call, String name, Kind<? extends Entity> kind) {
    return of(call).require(call.request().parameter(name), kind);
  }

  /**
   * The number of the record that a text names.
   *
   * @throws Refusal if it cannot be an identifier
   * @throws Failure.NotFound if it is none of this organization and kind
   */
  long require(String text, Kind<? extends Entity> kind) {
    if (!wellFormed(text)) {
      throw Refusal.noId(text);
    }
    OptionalLong number = identity.decode(kind, text);
    return number.orElseThrow(() -> new Failure.NotFound(kind));
  }

  /** The number of the record that a text names, if it names one of this organization and kind. */
  Optional<Long> find(String text, Kind<? extends Entity> kind) {
    OptionalLong number = identity.decode(kind, text);
    return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
  }
}
