package interline.fleet;

import interline.fleet.Failure.Conflict;
import interline.fleet.Failure.Conflict.Reason;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The organization's people, and how they get in. Who somebody is stands on their {@link Worker},
 * what lets them in on the {@link SignIn} beside it; a key is good while it is the one that stands
 * there, so that one that was replaced is void at once, whoever remembers it.
 */
public final class Staff {

  private static final Unique OWNER = new Unique(Field.SIGN_IN, "owner");

  private Staff() {}

  /**
   * Somebody, and how they get in.
   *
   * @param signIn empty if nobody has said anything of that yet
   */
  public record Member(Worker worker, Optional<SignIn> signIn) {

    /** What they sign with, or would. */
    public Optional<String> mail() {
      return signIn.map(SignIn::mail).orElseGet(() -> worker.person().email());
    }

    /** Whether they are the one whom nobody can shut out. */
    public boolean owner() {
      return signIn.filter(SignIn::owner).isPresent();
    }
  }

  /**
   * What somebody is to be.
   *
   * @param driver whether work can be given to them
   */
  public record Draft(
      String first,
      String last,
      Optional<String> mail,
      boolean driver,
      List<String> roles,
      List<String> rights,
      boolean active) {}

  /**
   * Finds somebody.
   *
   * @throws Failure.NotFound if there is nobody, or they are out of sight
   */
  public static Member get(Snapshot fleet, long number) {
    Snapshot.Found found =
        fleet.findAll(List.of(Kind.WORKER.number(number), Kind.SIGN_IN.number(number)));
    Worker worker =
        found
            .find(Kind.WORKER.number(number))
            .filter(known -> known.archived().isEmpty())
            .orElseThrow(() -> new Failure.NotFound(Kind.WORKER));
    return new Member(worker, found.find(Kind.SIGN_IN.number(number)));
  }

  /** How these people get in, in one request. */
  public static List<Member> of(Snapshot fleet, List<Worker> workers) {
    Snapshot.Found found =
        fleet.findAll(
            workers.stream().map(worker -> Kind.SIGN_IN.number(worker.number())).toList());
    return workers.stream()
        .map(worker -> new Member(worker, found.find(Kind.SIGN_IN.number(worker.number()))))
        .toList();
  }

  /**
   * Who holds a key. One that the operator issued is, when it is first used, made the key of
   * somebody new, with all rights; and with the first of them comes the owner.
   *
   * @param all the role of those who may do everything
   * @param company what the owner is called
   */
  public static UseCase<SignIn> settle(ApiKey key, String all, String company) {
    return fleet -> {
      Optional<Ref<Worker>> known = fleet.holder(Kind.WORKER, keyed(key.hash()));
      if (known.isPresent()) {
        return Decision.of(fleet.get(Kind.SIGN_IN.id(known.get().id())));
      }
      List<Change> changes = new ArrayList<>();
      if (fleet.holder(Kind.SIGN_IN, OWNER).isEmpty()) {
        SignIn owner =
            entered(fleet, changes, PersonName.split(company), Optional.empty(), List.of(), true);
        changes.add(new Change.Create(owner));
        changes.add(new Change.Claim(OWNER, owner.ref()));
        changes.add(Event.to(owner, Event.Type.CREATED, fleet));
      }
      Optional<String> mail = key.user().email();
      SignIn holder =
          entered(fleet, changes, PersonName.split(key.label()), mail, List.of(all), false)
              .holding(
                  Optional.of(SignIn.Key.fresh(key.hash(), fleet.now()).used(fleet.now())),
                  fleet.now());
      changes.add(new Change.Create(holder));
      changes.add(new Change.Claim(keyed(key.hash()), Kind.WORKER.number(holder.number())));
      // The operator may give one address to several keys; the first one has it for good.
      free(fleet, mail)
          .ifPresent(unique -> changes.add(new Change.Claim(unique, signer(fleet, holder))));
      changes.add(Event.to(holder, Event.Type.CREATED, fleet));
      long people = changes.stream().filter(Change.Enroll.class::isInstance).count();
      changes.add(
          new Change.Count(Kind.WORKER, holder.number(), Map.of(Change.Count.TOTAL, (int) people)));
      return new Decision<>(changes, holder);
    };
  }

  /** Somebody new. */
  public static UseCase<Member> create(Draft draft) {
    return fleet -> {
      Decision<Worker> person =
          Workers.create(
                  new Worker.Revision(
                      new Person.Revision(
                          new Said.Given<>(draft.first()),
                          new Said.Nothing<>(),
                          new Said.Given<>(draft.last()),
                          new Said.Nothing<>(),
                          said(Optional.empty(), draft.mail()),
                          new Said.Nothing<>(),
                          new Said.Nothing<>(),
                          new Said.Given<>(draft.driver()),
                          new Said.Nothing<>(),
                          new Said.Given<>(true)),
                      Map.of()),
                  Worker.MOST_CAPACITY)
              .decide(fleet);
      SignIn signIn = fresh(fleet, person.result().number()).revised(draft, fleet.now());
      List<Change> changes = new ArrayList<>(person.changes());
      changes.add(new Change.Create(signIn));
      changes.add(Event.to(signIn, Event.Type.CREATED, fleet));
      draft
          .mail()
          .ifPresent(mail -> changes.add(new Change.Claim(signing(mail), signer(fleet, signIn))));
      return new Decision<>(changes, new Member(person.result(), Optional.of(signIn)));
    };
  }

  /**
   * Somebody as they are to be, given how they are.
   *
   * @throws Conflict if it would shut the owner out, or they hold tasks and are to get no more
   */
  public static UseCase<Member> revise(long number, Function<Member, Draft> revision) {
    return fleet -> {
      Member before = get(fleet, number);
      Draft draft = revision.apply(before);
      if (before.owner()
          && !(draft.active()
              && before.signIn().map(SignIn::roles).equals(Optional.of(draft.roles())))) {
        throw new Conflict(Reason.PROTECTED);
      }
      Decision<Worker> person =
          Workers.revise(number, revision(before.worker(), draft)).decide(fleet);
      List<Change> changes = new ArrayList<>(person.changes());
      SignIn after =
          before
              .signIn()
              .map(old -> old.revised(draft, fleet.now()))
              .orElseGet(() -> fresh(fleet, number).revised(draft, fleet.now()));
      changes.add(
          before.signIn().isPresent() ? new Change.Replace(after) : new Change.Create(after));
      changes.add(Event.to(after, Event.Type.CHANGED, fleet));
      if (!before.signIn().flatMap(SignIn::mail).equals(draft.mail())) {
        Optional<Unique> had = before.signIn().flatMap(old -> claimed(fleet, old));
        Optional<Unique> wants = draft.mail().map(Staff::signing);
        if (!had.equals(wants)) {
          had.ifPresent(mail -> changes.add(new Change.Release(mail, signer(fleet, after))));
          wants.ifPresent(mail -> changes.add(new Change.Claim(mail, signer(fleet, after))));
        }
      }
      return new Decision<>(changes, new Member(person.result(), Optional.of(after)));
    };
  }

  /**
   * Removes somebody, and voids their key. As with {@link Workers#remove}, it is to be asked again
   * until the result is that they are gone.
   *
   * @throws Conflict if they are the owner, or hold tasks
   */
  public static UseCase<Boolean> remove(long number) {
    return fleet -> {
      Member member = get(fleet, number);
      if (member.owner()) {
        throw new Conflict(Reason.PROTECTED);
      }
      Decision<Boolean> gone = Workers.remove(number).decide(fleet);
      if (!gone.result() || member.signIn().isEmpty()) {
        return gone;
      }
      SignIn signIn = member.signIn().get();
      List<Change> changes = new ArrayList<>(gone.changes());
      changes.add(new Change.Remove(signIn));
      changes.add(Event.to(signIn, Event.Type.REMOVED, fleet));
      claimed(fleet, signIn)
          .ifPresent(mail -> changes.add(new Change.Release(mail, signer(fleet, signIn))));
      changes.addAll(voided(fleet, signIn));
      return new Decision<>(changes, true);
    };
  }

  /**
   * Makes a key for somebody, in place of the one they have.
   *
   * @param driving the roles of somebody of whom nobody has said more than that they get work
   * @param may refuses, knowing whose key it would be
   * @throws Conflict if they are the owner
   * @throws Failure.NotUnique if the secret is in use
   */
  public static UseCase<SignIn> giveKey(
      long number,
      Dialect dialect,
      ZoneId zone,
      List<String> driving,
      String secret,
      Consumer<Member> may) {
    return fleet -> {
      Member member = get(fleet, number);
      may.accept(member);
      if (member.owner()) {
        throw new Conflict(Reason.PROTECTED);
      }
      String hash = ApiKey.hash(secret);
      if (fleet.find(Kind.API_KEY.id(hash)).isPresent()) {
        throw new Failure.NotUnique(Field.API_KEY);
      }
      ApiKey key =
          new ApiKey(
              hash,
              Stamp.fresh(fleet.now()),
              fleet.caller().organization(),
              dialect,
              member.worker().name(),
              new User(fleet.number(Kind.USER), member.mail(), zone, Optional.empty()),
              Optional.empty());
      List<Change> changes = new ArrayList<>();
      SignIn before = member.signIn().orElseGet(() -> unsaid(fleet, member.worker(), driving));
      SignIn after = before.holding(Optional.of(SignIn.Key.fresh(hash, fleet.now())), fleet.now());
      changes.add(
          member.signIn().isPresent() ? new Change.Replace(after) : new Change.Create(after));
      changes.add(Event.to(after, Event.Type.CHANGED, fleet));
      changes.add(new Change.Create(key));
      changes.add(Event.to(key, Event.Type.CREATED, fleet));
      changes.add(new Change.Claim(keyed(hash), Kind.WORKER.number(number)));
      changes.addAll(voided(fleet, before));
      if (member.signIn().isEmpty()) {
        free(fleet, after.mail())
            .ifPresent(mail -> changes.add(new Change.Claim(mail, signer(fleet, after))));
      }
      return new Decision<>(changes, after);
    };
  }

  /** Keeps that a key was used, unless that is known well enough, or it has been replaced. */
  public static UseCase<SignIn> seen(long number, String hash) {
    return fleet -> {
      SignIn signIn = fleet.get(Kind.SIGN_IN.number(number));
      if (!signIn.opensWith(hash) || signIn.key().filter(key -> key.stale(fleet.now())).isEmpty()) {
        return Decision.of(signIn);
      }
      SignIn after = signIn.seen(fleet.now());
      return new Decision<>(List.of(new Change.Replace(after)), after);
    };
  }

  /** Takes somebody's key away; who has none has none. */
  public static UseCase<SignIn> takeKey(long number) {
    return fleet -> {
      Member member = get(fleet, number);
      SignIn before = member.signIn().orElseGet(() -> fresh(fleet, number));
      if (before.key().isEmpty()) {
        return Decision.of(before);
      }
      SignIn after = before.holding(Optional.empty(), fleet.now());
      List<Change> changes = new ArrayList<>(voided(fleet, before));
      changes.add(new Change.Replace(after));
      changes.add(Event.to(after, Event.Type.CHANGED, fleet));
      return new Decision<>(changes, after);
    };
  }

  /** The present key is good for nothing from now on. */
  private static List<Change> voided(Snapshot fleet, SignIn signIn) {
    List<Change> changes = new ArrayList<>();
    signIn
        .key()
        .flatMap(held -> fleet.find(Kind.API_KEY.id(held.hash())))
        .ifPresent(
            key -> {
              changes.add(
                  new Change.Release(keyed(key.hash()), Kind.WORKER.number(signIn.number())));
              if (key.revoked().isEmpty()) {
                ApiKey revoked = key.revoked(fleet.now());
                changes.add(new Change.Replace(revoked));
                changes.add(Event.to(revoked, Event.Type.REMOVED, fleet));
              }
            });
    return changes;
  }

  /** Somebody new, who is counted by whoever asks for it. */
  private static SignIn entered(
      Snapshot fleet,
      List<Change> changes,
      PersonName name,
      Optional<String> mail,
      List<String> roles,
      boolean owner) {
    Decision<Worker> person =
        Workers.create(
                new Worker.Revision(
                    new Person.Revision(
                        new Said.Given<>(name.first()),
                        said(Optional.empty(), name.middle()),
                        said(Optional.empty(), name.last()),
                        new Said.Nothing<>(),
                        said(Optional.empty(), mail),
                        new Said.Nothing<>(),
                        new Said.Nothing<>(),
                        new Said.Nothing<>(),
                        new Said.Nothing<>(),
                        new Said.Given<>(true)),
                    Map.of()))
            .decide(fleet);
    for (Change change : person.changes()) {
      if (!(change instanceof Change.Count)) {
        changes.add(change);
      }
    }
    return signIn(fleet, person.result().number(), mail, roles, owner);
  }

  /** How somebody gets in of whom nobody has said so. */
  private static SignIn unsaid(Snapshot fleet, Worker worker, List<String> driving) {
    List<String> roles = worker.works() ? driving : List.of();
    return signIn(fleet, worker.number(), worker.person().email(), roles, false);
  }

  /** The sign-in of somebody of whom none has been kept so far. */
  private static SignIn fresh(Snapshot fleet, long number) {
    return signIn(fleet, number, Optional.empty(), List.of(), false);
  }

  /** A new sign-in without a key, and with no rights but those of the roles. */
  private static SignIn signIn(
      Snapshot fleet, long number, Optional<String> mail, List<String> roles, boolean owner) {
    return new SignIn(
        number, Stamp.fresh(fleet.now()), mail, roles, List.of(), true, owner, Optional.empty());
  }

  private static Worker.Revision revision(Worker worker, Draft draft) {
    PersonName parts = worker.person().parts();
    Said<Boolean> driving = new Said.Given<>(draft.driver());
    boolean same = draft.driver() == worker.works();
    return new Worker.Revision(
        new Person.Revision(
            said(Optional.of(parts.first()), Optional.of(draft.first())),
            new Said.Nothing<>(),
            said(parts.last(), Optional.of(draft.last()).filter(last -> !last.isBlank())),
            new Said.Nothing<>(),
            said(worker.person().email(), draft.mail()),
            new Said.Nothing<>(),
            new Said.Nothing<>(),
            same ? new Said.Nothing<>() : driving,
            same || draft.driver() ? new Said.Nothing<>() : driving,
            new Said.Nothing<>()),
        Map.of());
  }

  private static <T> Said<T> said(Optional<T> before, Optional<T> after) {
    return after.equals(before)
        ? new Said.Nothing<>()
        : after.<Said<T>>map(Said.Given::new).orElseGet(Said.None::new);
  }

  /** The mail that is theirs alone, if the one they sign with is. */
  private static Optional<Unique> claimed(Snapshot fleet, SignIn signIn) {
    return signIn
        .mail()
        .map(Staff::signing)
        .filter(
            unique ->
                fleet
                    .holder(Kind.USER, unique)
                    .filter(holder -> holder.equals(signer(fleet, signIn)))
                    .isPresent());
  }

  /** The mail, if nobody signs with it yet. */
  private static Optional<Unique> free(Snapshot fleet, Optional<String> mail) {
    return mail.map(Staff::signing).filter(it -> fleet.holder(Kind.USER, it).isEmpty());
  }

  /** What somebody signs with, compared over all organizations. */
  private static Unique signing(String mail) {
    return new Unique(Field.EMAIL, mail);
  }

  private static Unique keyed(String hash) {
    return new Unique(Field.API_KEY, hash);
  }

  /** Somebody, told from those of other organizations. */
  private static Ref<ApiKey> signer(Snapshot fleet, SignIn signIn) {
    return Kind.USER.id(fleet.caller().organization() + "." + signIn.number());
  }
}
