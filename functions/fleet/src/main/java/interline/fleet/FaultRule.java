package interline.fleet;

import java.time.Instant;
import java.util.Optional;

/**
 * What all faults of one code are called, be they older or younger than the rule. Faults do not
 * name their rule: it is found by their code when they are read, so that a change of a rule is one
 * write however many faults there are.
 *
 * @param code the code of the faults, exactly; unique in the organization
 * @param name what they are called instead of their own names
 * @param description how they are described instead of their own descriptions
 */
public record FaultRule(
    long number, Stamp stamp, String code, Optional<String> name, Optional<String> description)
    implements Entity {

  @Override
  public Ref<FaultRule> ref() {
    return Kind.FAULT_RULE.number(number);
  }

  FaultRule revised(Revision revision, Instant now) {
    return new FaultRule(
        number,
        stamp.at(now),
        revision.code().given().map(String::strip).orElse(code),
        revision.name().or(name),
        revision.description().or(description));
  }

  /** What is said of a rule, new or known. */
  public record Revision(Said<String> code, Said<String> name, Said<String> description) {}
}
