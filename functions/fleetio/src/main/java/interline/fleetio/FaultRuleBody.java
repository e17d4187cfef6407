package interline.fleetio;

import interline.fleet.FaultRule;
import interline.fleet.FaultRules;
import interline.fleet.UseCase;

/** What Fleetio's clients say of a fault rule. */
final class FaultRuleBody {

  private FaultRuleBody() {}

  /** A rule to be made. */
  static UseCase<FaultRule> create(Attributes said) {
    FaultRule.Revision draft = read(said);
    return Unreadable.unless(said.errors(), FaultRules.create(draft));
  }

  /** A change of a rule. */
  static UseCase<FaultRule> revise(long number, Attributes said) {
    FaultRule.Revision revision = read(said);
    return Unreadable.unless(said.errors(), FaultRules.revise(number, revision));
  }

  private static FaultRule.Revision read(Attributes said) {
    return new FaultRule.Revision(said.text("code"), said.text("name"), said.text("description"));
  }
}
