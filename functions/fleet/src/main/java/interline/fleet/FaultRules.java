package interline.fleet;

import interline.fleet.Failure.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be done with the rules of faults. A rule's code is claimed in the same transaction. */
public final class FaultRules {

  private static final int LONGEST = 255;

  private FaultRules() {}

  public static UseCase<FaultRule> create(FaultRule.Revision draft) {
    return fleet -> {
      List<Problem> problems = problems(draft);
      Faults.require(problems, Field.CODE, draft.code());
      Faults.refuse(problems);
      FaultRule rule =
          new FaultRule(
                  fleet.number(Kind.FAULT_RULE),
                  Stamp.fresh(fleet.now()),
                  "",
                  Optional.empty(),
                  Optional.empty())
              .revised(draft, fleet.now());
      return Decision.of(
          rule,
          new Change.Create(rule),
          new Change.Claim(Unique.faultCode(rule.code()), rule.ref()),
          Change.Count.created(rule.ref()),
          Event.to(rule, Event.Type.CREATED, fleet));
    };
  }

  /** Changes what the revision speaks of. */
  public static UseCase<FaultRule> revise(long number, FaultRule.Revision revision) {
    return fleet -> {
      FaultRule before = fleet.get(Kind.FAULT_RULE.number(number));
      Faults.refuse(problems(revision));
      FaultRule after = before.revised(revision, fleet.now());
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Replace(after));
      if (!before.code().equals(after.code())) {
        changes.add(new Change.Release(Unique.faultCode(before.code()), before.ref()));
        changes.add(new Change.Claim(Unique.faultCode(after.code()), after.ref()));
      }
      changes.add(Event.to(after, Event.Type.CHANGED, fleet));
      return new Decision<>(changes, after);
    };
  }

  /** Takes a rule away; faults of its code go by their own names again. */
  public static UseCase<FaultRule> remove(long number) {
    return fleet -> {
      FaultRule rule = fleet.get(Kind.FAULT_RULE.number(number));
      return Decision.of(
          rule,
          new Change.Remove(rule),
          new Change.Release(Unique.faultCode(rule.code()), rule.ref()),
          Change.Count.removed(rule.ref()),
          Event.to(rule, Event.Type.REMOVED, fleet));
    };
  }

  /** The rules of some codes, by code; two requests, whatever the number of codes. */
  static Map<String, FaultRule> of(Snapshot fleet, Collection<String> codes) {
    Map<String, Unique> claims = new LinkedHashMap<>();
    codes.forEach(code -> claims.put(code, Unique.faultCode(code)));
    if (claims.isEmpty()) {
      return Map.of();
    }
    Map<Unique, Ref<FaultRule>> holders = fleet.holders(Kind.FAULT_RULE, claims.values());
    Snapshot.Found found =
        holders.isEmpty()
            ? new Snapshot.Found(Map.of())
            : fleet.findAll(holders.values().stream().distinct().toList());
    Map<String, FaultRule> rules = new HashMap<>();
    claims.forEach(
        (code, claim) ->
            Optional.ofNullable(holders.get(claim))
                .flatMap(found::find)
                .filter(rule -> rule.code().equals(code))
                .ifPresent(rule -> rules.put(code, rule)));
    return rules;
  }

  private static List<Problem> problems(FaultRule.Revision revision) {
    List<Problem> problems = new ArrayList<>();
    Faults.presentUpTo(LONGEST, revision.code(), Field.CODE, problems);
    Faults.upTo(LONGEST, revision.name(), Field.NAME, problems);
    Faults.upTo(Faults.LONGEST_DESCRIPTION, revision.description(), Field.DESCRIPTION, problems);
    return problems;
  }
}
