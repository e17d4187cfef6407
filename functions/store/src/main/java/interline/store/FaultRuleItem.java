package interline.store;

import interline.fleet.FaultRule;
import interline.fleet.Kind;

/** {@code org#fault_rule#number}; listed by number, found by last change. */
final class FaultRuleItem {

  private FaultRuleItem() {}

  static void write(Item item, FaultRule rule, Keys keys) {
    item.put(Records.LPK, keys.listing(Kind.FAULT_RULE))
        .put(Records.LSK, Keys.sortable(rule.number()))
        .put(Records.FPK, keys.listing(Kind.FAULT_RULE, Keys.CHANGED))
        .put(Records.FSK, Keys.sortable(rule.stamp().changed(), rule.number()))
        .put("code", rule.code())
        .putText("name", rule.name())
        .putText("description", rule.description());
  }

  static FaultRule read(Item item) {
    return new FaultRule(
        Records.number(item),
        Records.stamp(item),
        item.getText("code"),
        item.findText("name"),
        item.findText("description"));
  }
}
