package interline.operator;

import interline.fleet.ApiKey;
import interline.fleet.Failure;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Organization;
import interline.fleet.Organizations;
import interline.fleet.Snapshot;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Wiring;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Issues, lists and revokes the keys of an organization. */
final class KeyEndpoints {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final Supplier<String> secrets;

  KeyEndpoints(Wiring wiring) {
    this.secrets = wiring.secrets();
  }

  Answer list(Call call) {
    Snapshot fleet = call.fleet();
    Organization owner = fleet.get(Kind.ORGANIZATION.number(call.id("organization")));
    return Answer.ok(
        PageBody.of(fleet.page(new Listing.KeysOf(owner.id()), Paging.of(call)), KeyBody::of));
  }

  Answer issue(Call call) {
    ApiKey.Draft wanted = NewKey.read(call.fields());
    String secret = secrets.get();
    ApiKey key = call.commit(Organizations.issue(call.id("organization"), wanted, secret));
    return Answer.created(IssuedKeyBody.of(key, secret))
        // The only time that the secret is on its way: no cache should keep it.
        .header("Cache-Control", "no-store");
  }

  Answer revoke(Call call) {
    String hash = call.request().parameter("key");
    if (!HASH.matcher(hash).matches()) {
      throw new Failure.NotFound(Kind.API_KEY);
    }
    call.commit(Organizations.revoke(call.id("organization"), hash));
    return Answer.noContent();
  }
}
