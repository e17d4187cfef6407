package interline.fleet;

import interline.fleet.Failure.Problem;
import java.math.BigDecimal;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What can be done with webhooks. Where they may lead is judged by how the address is written; a
 * name may come to mean another place later, so whoever calls it has to look once more.
 */
public final class Webhooks {

  private static final int LONGEST_URL = 2048;

  /** Endings of names that are only good within a network. */
  private static final List<String> INSIDE =
      List.of("localhost", "local", "internal", "intranet", "lan", "home", "corp", "arpa");

  private Webhooks() {}

  /** Where webhooks may lead. */
  public enum Reach {
    /** By https to public addresses. */
    PUBLIC,
    /** Anywhere, by http too: good on one's own machine only. */
    ANYWHERE
  }

  public static UseCase<Webhook> create(
      Dialect dialect, Webhook.Revision draft, String sharedKey, Reach reach) {
    return fleet -> {
      List<Problem> problems = problems(draft, reach);
      Faults.require(problems, Field.URL, draft.url());
      Faults.refuse(problems);
      Webhook webhook =
          new Webhook(
                  fleet.number(Kind.WEBHOOK),
                  Stamp.fresh(fleet.now()),
                  dialect,
                  "",
                  Optional.empty(),
                  Optional.empty(),
                  false,
                  Set.of(),
                  sharedKey,
                  0,
                  Optional.empty(),
                  fleet.caller().user().map(User::number))
              .revised(draft, fleet.now());
      return Decision.of(
          webhook,
          new Change.Create(webhook),
          Change.Count.created(webhook.ref()),
          Event.to(webhook, Event.Type.CREATED, fleet));
    };
  }

  /**
   * Makes a webhook for one trigger.
   *
   * @param most how many of this trigger there may be
   * @throws Failure.Invalid if there are as many already
   */
  public static UseCase<Webhook> create(
      Dialect dialect,
      String url,
      Optional<String> name,
      int trigger,
      Optional<BigDecimal> threshold,
      OptionalInt most) {
    return fleet -> {
      Optional<Integer> place =
          most.isPresent()
              ? Optional.of(freePlace(fleet, trigger, most.getAsInt()))
              : Optional.empty();
      Webhook webhook =
          new Webhook(
              fleet.number(Kind.WEBHOOK),
              Stamp.fresh(fleet.now()),
              dialect,
              url,
              name,
              Optional.empty(),
              false,
              Set.of(),
              "",
              0,
              Optional.empty(),
              fleet.caller().user().map(User::number),
              Optional.of(new Webhook.Trigger(trigger, threshold, place, 0)));
      Decision<Webhook> made =
          Decision.of(
              webhook, new Change.Create(webhook), Event.to(webhook, Event.Type.CREATED, fleet));
      return place
          .map(it -> made.and(new Change.Claim(Unique.triggerPlace(trigger, it), webhook.ref())))
          .orElse(made);
    };
  }

  /** Each webhook of a limited trigger has a place, so that there are never more than places. */
  private static int freePlace(Snapshot fleet, int trigger, int most) {
    List<Unique> places =
        IntStream.range(0, most).mapToObj(place -> Unique.triggerPlace(trigger, place)).toList();
    Set<Unique> taken = fleet.holders(Kind.WEBHOOK, places).keySet();
    return IntStream.range(0, most)
        .filter(place -> !taken.contains(places.get(place)))
        .findFirst()
        .orElseThrow(() -> Failure.invalid(Field.TRIGGER, new Rule.AtMost(most)));
  }

  /** Changes what the revision speaks of; one that is enabled again starts without failures. */
  public static UseCase<Webhook> revise(
      Dialect dialect, long number, Webhook.Revision revision, Reach reach) {
    return fleet -> {
      Webhook before = get(fleet, dialect, number);
      Faults.refuse(problems(revision, reach));
      Webhook after = before.revised(revision, fleet.now());
      return Decision.of(
          after, new Change.Replace(after), Event.to(after, Event.Type.CHANGED, fleet));
    };
  }

  public static UseCase<Webhook> remove(Dialect dialect, long number) {
    return fleet -> {
      Webhook webhook = get(fleet, dialect, number);
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Remove(webhook));
      changes.add(Event.to(webhook, Event.Type.REMOVED, fleet));
      // Only those that are told of topics are listed by pages and counted for them.
      if (webhook.trigger().isEmpty()) {
        changes.add(Change.Count.removed(webhook.ref()));
      }
      webhook
          .trigger()
          .ifPresent(
              trigger ->
                  trigger
                      .place()
                      .map(place -> Unique.triggerPlace(trigger.number(), place))
                      .ifPresent(place -> changes.add(new Change.Release(place, webhook.ref()))));
      return new Decision<>(changes, webhook);
    };
  }

  /**
   * A webhook of a dialect.
   *
   * @throws Failure.NotFound if it is another's, or there is none
   */
  public static Webhook get(Snapshot fleet, Dialect dialect, long number) {
    return fleet
        .find(Kind.WEBHOOK.number(number))
        .filter(webhook -> webhook.dialect() == dialect)
        .orElseThrow(() -> new Failure.NotFound(Kind.WEBHOOK));
  }

  private static List<Problem> problems(Webhook.Revision revision, Reach reach) {
    List<Problem> problems = new ArrayList<>();
    Faults.presentUpTo(LONGEST_URL, revision.url(), Field.URL, problems);
    if (problems.isEmpty()
        && revision.url().given().filter(url -> !callable(url.strip(), reach)).isPresent()) {
      problems.add(new Problem(Field.URL, new Rule.Callable()));
    }
    Faults.upTo(Faults.LONGEST_DESCRIPTION, revision.description(), Field.DESCRIPTION, problems);
    Faults.upTo(LONGEST_URL, revision.authorization(), Field.AUTHORIZATION, problems);
    if (revision.authorization().given().filter(Webhooks::unsendable).isPresent()) {
      problems.add(new Problem(Field.AUTHORIZATION, new Rule.OneLine()));
    }
    return problems;
  }

  /** A header's value that would end the header. */
  private static boolean unsendable(String value) {
    return value.chars().anyMatch(Character::isISOControl);
  }

  /** Whether what a name has come to mean may be called. */
  public static boolean reachable(InetAddress address, Reach reach) {
    return reach == Reach.ANYWHERE || isPublic(address);
  }

  /** Whether an address may be called, by how it is written. */
  public static boolean callable(String url, Reach reach) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException _) {
      return false;
    }
    String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    boolean spoken = scheme.equals("https") || (reach == Reach.ANYWHERE && scheme.equals("http"));
    if (!spoken || uri.getHost() == null || uri.getUserInfo() != null || uri.getPort() == 0) {
      return false;
    }
    return reach == Reach.ANYWHERE || isPublic(uri.getHost().toLowerCase(Locale.ROOT));
  }

  private static boolean isPublic(String host) {
    Optional<InetAddress> literal = literal(host);
    if (literal.isPresent()) {
      // Readers differ on 0177.0.0.1 and the like: an address has to be written in the one way.
      boolean plain =
          literal.get() instanceof Inet6Address || host.equals(literal.get().getHostAddress());
      return plain && isPublic(literal.get());
    }
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return name.contains(".")
        && INSIDE.stream().noneMatch(ending -> name.endsWith("." + ending))
        // A last label of digits is no name, but some readers' idea of an address.
        && !name.matches(".*\\.(0x[0-9a-f]*|[0-9]+)");
  }

  private static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet6Address) {
      // Only what is routed globally, and none of what leads to an IPv4 address in disguise.
      int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
      int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
      boolean global = (first & 0xe000) == 0x2000;
      boolean disguised = first == 0x2002 || (first == 0x2001 && second < 0x0200);
      boolean example = first == 0x2001 && second == 0x0db8;
      return global && !disguised && !example;
    }
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    int third = bytes[2] & 0xff;
    return Stream.of(
            first == 0 || first == 10 || first == 127 || first >= 224,
            first == 100 && second >= 64 && second < 128,
            first == 169 && second == 254,
            first == 172 && second >= 16 && second < 32,
            first == 192 && second == 0 && (third == 0 || third == 2),
            first == 192 && second == 168,
            first == 198 && (second == 18 || second == 19),
            first == 198 && second == 51 && third == 100,
            first == 203 && second == 0 && third == 113)
        .noneMatch(inside -> inside);
  }

  /** The address that a host is written as, in any of the ways in which some readers take one. */
  private static Optional<InetAddress> literal(String host) {
    try {
      return Optional.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
