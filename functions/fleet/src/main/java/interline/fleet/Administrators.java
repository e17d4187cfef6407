package interline.fleet;

import interline.fleet.Failure.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What can be done with administrators. The first super administrator owns the account and stays
 * one: so there always is one, once there was.
 */
public final class Administrators {

  /** How many teams are left in one transaction, alone or with all else. */
  private static final int MOST_LEFT = 40;

  private static final int FEW_LEFT = 30;

  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_EMAIL = 254;
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");

  private Administrators() {}

  /**
   * Invites somebody.
   *
   * @throws Failure.NotUnique if another has this address or phone
   */
  public static UseCase<Administrator> create(Administrator.Revision draft) {
    return fleet -> {
      check(draft, true);
      Administrator.Type type = draft.type().or(Administrator.Type.STANDARD);
      boolean first =
          type == Administrator.Type.SUPER
              && fleet.holder(Kind.ADMINISTRATOR, Unique.accountOwner()).isEmpty();
      Administrator made =
          new Administrator(
              fleet.number(Kind.ADMINISTRATOR),
              Stamp.fresh(fleet.now()),
              draft.name().or("").strip(),
              draft.email().or("").strip(),
              draft.phone().given(),
              type,
              false,
              draft.readOnly().or(false),
              first,
              List.of(),
              Metadata.NONE.revised(draft.metadata()));
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Create(made));
      claims(made).forEach(unique -> changes.add(new Change.Claim(unique, made.ref())));
      changes.addAll(Metadata.retagged(made.ref(), Metadata.NONE, made.metadata()));
      changes.add(Event.to(made, Event.Type.CREATED, fleet));
      return new Decision<>(changes, made);
    };
  }

  /**
   * Changes what the revision speaks of.
   *
   * @throws Failure.Conflict if the owner of the account would be none who may do everything
   */
  public static UseCase<Administrator> revise(long number, Administrator.Revision revision) {
    return fleet -> {
      check(revision, false);
      Administrator before = fleet.get(Kind.ADMINISTRATOR.number(number));
      Administrator after =
          new Administrator(
              number,
              before.stamp().at(fleet.now()),
              revision.name().or(before.name()).strip(),
              revision.email().or(before.email()).strip(),
              revision.phone().or(before.phone()),
              revision.type().or(before.type()),
              before.active(),
              revision.readOnly().or(before.readOnly()),
              before.accountOwner(),
              before.teams(),
              before.metadata().revised(revision.metadata()));
      if (after.accountOwner() && after.type() != Administrator.Type.SUPER) {
        throw stays();
      }
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Replace(after));
      List<Unique> held = claims(before);
      List<Unique> wanted = claims(after);
      held.stream()
          .filter(unique -> !wanted.contains(unique))
          .forEach(unique -> changes.add(new Change.Release(unique, after.ref())));
      wanted.stream()
          .filter(unique -> !held.contains(unique))
          .forEach(unique -> changes.add(new Change.Claim(unique, after.ref())));
      changes.addAll(Metadata.retagged(after.ref(), before.metadata(), after.metadata()));
      changes.add(Event.to(after, Event.Type.CHANGED, fleet));
      return new Decision<>(changes, after);
    };
  }

  /**
   * Takes somebody's place away. Who manages very many teams leaves some first: it is to be asked
   * again until the result is that they are gone.
   *
   * @throws Failure.Conflict if it is the owner of the account
   */
  public static UseCase<Boolean> remove(long number) {
    return fleet -> {
      Administrator gone = fleet.get(Kind.ADMINISTRATOR.number(number));
      if (gone.accountOwner()) {
        throw stays();
      }
      if (gone.teams().size() > FEW_LEFT) {
        List<Long> left = gone.teams().subList(0, Math.min(MOST_LEFT, gone.teams().size()));
        Administrator rest = gone.managing(gone.teams().subList(left.size(), gone.teams().size()));
        List<Change> changes = new ArrayList<>(Teams.unmanaged(fleet, gone, left));
        changes.add(new Change.Replace(rest));
        changes.add(Event.to(rest, Event.Type.CHANGED, fleet));
        return new Decision<>(changes, false);
      }
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Remove(gone));
      claims(gone).forEach(unique -> changes.add(new Change.Release(unique, gone.ref())));
      changes.addAll(Metadata.retagged(gone.ref(), gone.metadata(), Metadata.NONE));
      changes.add(Event.to(gone, Event.Type.REMOVED, fleet));
      changes.addAll(Teams.unmanaged(fleet, gone, gone.teams()));
      return new Decision<>(changes, true);
    };
  }

  private static Failure.Conflict stays() {
    return new Failure.Conflict(Failure.Conflict.Reason.ACCOUNT_OWNER_STAYS);
  }

  private static List<Unique> claims(Administrator of) {
    List<Unique> claims = new ArrayList<>();
    claims.add(Unique.email(of.email()));
    of.phone().map(Unique::phone).ifPresent(claims::add);
    if (of.accountOwner()) {
      claims.add(Unique.accountOwner());
    }
    return claims;
  }

  private static void check(Administrator.Revision said, boolean all) {
    List<Problem> problems = new ArrayList<>();
    Text.check(said.name(), Field.NAME, LONGEST_NAME, problems);
    Text.check(said.email(), Field.EMAIL, LONGEST_EMAIL, problems);
    Optional<String> email = said.email().given().map(String::strip);
    if (problems.isEmpty() && email.filter(it -> !ADDRESS.matcher(it).matches()).isPresent()) {
      problems.add(new Problem(Field.EMAIL, new Rule.Genuine()));
    }
    if (all && !said.name().spoken()) {
      problems.add(new Problem(Field.NAME, new Rule.Present()));
    }
    if (all && !said.email().spoken()) {
      problems.add(new Problem(Field.EMAIL, new Rule.Present()));
    }
    if (!problems.isEmpty()) {
      throw new Failure.Invalid(problems);
    }
  }
}
