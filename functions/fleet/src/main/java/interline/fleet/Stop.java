package interline.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is said of where and for whom a task is done; some of it may be put on record in passing.
 */
public record Stop(
    Optional<Named<KnownDestination.Draft>> destination,
    Said<Named<KnownRecipient.Draft>> recipient) {

  public static final Stop UNSAID = new Stop(Optional.empty(), new Said.Nothing<>());

  /** How somebody or something is named. */
  public sealed interface Named<D> {

    /** By the number under which it is on record. */
    record Known<D>(long number) implements Named<D> {}

    /** As it is with a task. */
    record OfTask<D>(long task) implements Named<D> {}

    /** By a description. */
    record Described<D>(D draft) implements Named<D> {}
  }

  /** What a task says of it. */
  record Settled(Optional<Destination> destination, Said<Recipient> recipient) {}

  /**
   * The decision that puts on record what is not.
   *
   * @throws Failure.Invalid if something that is said to be on record is not
   */
  Decision<Settled> decide(Snapshot fleet) {
    List<Change> changes = new ArrayList<>();
    Optional<Destination> place = destination.map(named -> destination(fleet, named, changes));
    Said<Recipient> somebody =
        switch (recipient) {
          case Said.Nothing<Named<KnownRecipient.Draft>> _ -> new Said.Nothing<>();
          case Said.None<Named<KnownRecipient.Draft>> _ -> new Said.None<>();
          case Said.Given<Named<KnownRecipient.Draft>>(var named) ->
              new Said.Given<>(recipient(fleet, named, changes));
        };
    return new Decision<>(changes, new Settled(place, somebody));
  }

  private static Destination destination(
      Snapshot fleet, Named<KnownDestination.Draft> named, List<Change> changes) {
    return switch (named) {
      case Named.Known<KnownDestination.Draft>(long number) ->
          fleet
              .find(Kind.DESTINATION.number(number))
              .map(KnownDestination::copy)
              .orElseThrow(() -> Failure.invalid(Field.DESTINATION, new Rule.Known()));
      case Named.OfTask<KnownDestination.Draft>(long task) ->
          fleet
              .find(Kind.TASK.number(task))
              .flatMap(Task::destination)
              .orElseThrow(() -> Failure.invalid(Field.DESTINATION, new Rule.Known()));
      case Named.Described<KnownDestination.Draft>(var draft) -> {
        Decision<KnownDestination> made = Destinations.create(draft).decide(fleet);
        changes.addAll(made.changes());
        yield made.result().copy();
      }
    };
  }

  private static Recipient recipient(
      Snapshot fleet, Named<KnownRecipient.Draft> named, List<Change> changes) {
    return switch (named) {
      case Named.Known<KnownRecipient.Draft>(long number) ->
          fleet
              .find(Kind.RECIPIENT.number(number))
              .map(KnownRecipient::copy)
              .orElseThrow(() -> Failure.invalid(Field.RECIPIENT, new Rule.Known()));
      case Named.OfTask<KnownRecipient.Draft>(long task) ->
          fleet
              .find(Kind.TASK.number(task))
              .flatMap(Task::recipient)
              .orElseThrow(() -> Failure.invalid(Field.RECIPIENT, new Rule.Known()));
      case Named.Described<KnownRecipient.Draft>(var draft) -> {
        Decision<KnownRecipient> made = Recipients.named(draft).decide(fleet);
        changes.addAll(made.changes());
        yield made.result().copy();
      }
    };
  }
}
