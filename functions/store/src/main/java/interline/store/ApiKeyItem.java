package interline.store;

import interline.fleet.ApiKey;
import interline.fleet.Dialect;
import interline.fleet.Kind;
import interline.fleet.OrganizationId;
import java.util.List;

/** {@code 0#key#hash}; listed by the organization that it opens. */
final class ApiKeyItem {

  private ApiKeyItem() {}

  static void write(Item item, ApiKey key, Keys keys) {
    item.put(Records.LPK, of(keys, key.organization()))
        .put(Records.LSK, key.dialect() + "#" + key.hash())
        .put("organization", key.organization().number())
        .put("dialect", key.dialect())
        .put("label", key.label())
        .putInstant("revoked", key.revoked());
    if (key.isPartners()) {
      item.put("accounts", key.accounts().stream().map(OrganizationId::toString).toList());
    }
    UserItem.write(item, key.user());
  }

  static ApiKey read(Item item) {
    return new ApiKey(
        Records.id(item),
        Records.stamp(item),
        new OrganizationId(item.getNumber("organization")),
        item.get("dialect", Dialect.class),
        item.getText("label"),
        UserItem.find(item).orElseGet(() -> UserItem.before(item)),
        item.findInstant("revoked"),
        item.has("accounts")
            ? item.getTexts("accounts").stream()
                .map(Long::valueOf)
                .map(OrganizationId::new)
                .toList()
            : List.of());
  }

  static String of(Keys keys, OrganizationId organization) {
    return keys.listing(Kind.API_KEY, organization.toString());
  }
}
