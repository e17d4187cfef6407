package interline.fleet;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An address that wants to be told what happens.
 *
 * @param dialect in whose words it is told
 * @param url where it is; see {@link Webhooks} for which addresses are called
 * @param authorization what it wants to find in the header of that name
 * @param allTopics whether it is told everything
 * @param topics what it is told otherwise, in the words of the dialect
 * @param sharedKey what its messages are signed with
 * @param failedAttempts how often in a row it could not be told
 * @param disabled since when and why it is told nothing
 * @param createdBy the number of the user who made it, if a user did
 * @param trigger what it is told of, where it is not topics
 */
public record Webhook(
    long number,
    Stamp stamp,
    Dialect dialect,
    String url,
    Optional<String> description,
    Optional<String> authorization,
    boolean allTopics,
    Set<String> topics,
    String sharedKey,
    int failedAttempts,
    Optional<Disabled> disabled,
    Optional<Long> createdBy,
    Optional<Trigger> trigger)
    implements Entity {

  public Webhook {
    topics = Set.copyOf(topics);
  }

  /** A webhook that is told of topics. */
  public Webhook(
      long number,
      Stamp stamp,
      Dialect dialect,
      String url,
      Optional<String> description,
      Optional<String> authorization,
      boolean allTopics,
      Set<String> topics,
      String sharedKey,
      int failedAttempts,
      Optional<Disabled> disabled,
      Optional<Long> createdBy) {
    this(
        number,
        stamp,
        dialect,
        url,
        description,
        authorization,
        allTopics,
        topics,
        sharedKey,
        failedAttempts,
        disabled,
        createdBy,
        Optional.empty());
  }

  /**
   * The one thing that a webhook is told of instead of topics.
   *
   * @param number the number of the dialect's
   * @param threshold from where on it is worth telling
   * @param place which of the places of this trigger it has, if they are limited
   * @param delivered how often it was told
   */
  public record Trigger(
      int number, Optional<BigDecimal> threshold, Optional<Integer> place, long delivered) {}

  /** Since when nothing is sent, and why, if not because somebody wanted it so. */
  public record Disabled(Instant since, Optional<String> reason) {}

  /** Whether it is told anything at all. */
  public boolean enabled() {
    return disabled.isEmpty();
  }

  @Override
  public Ref<Webhook> ref() {
    return Kind.WEBHOOK.number(number);
  }

  Webhook revised(Revision revision, Instant now) {
    boolean enabling = revision.enabled().given().orElseGet(this::enabled);
    return new Webhook(
        number,
        stamp.at(now),
        dialect,
        revision.url().given().map(String::strip).orElse(url),
        revision.description().or(description),
        revision.authorization().or(authorization),
        revision.allTopics().or(allTopics),
        subscribed(revision.topics()),
        sharedKey,
        enabling && !enabled() ? 0 : failedAttempts,
        enabling
            ? Optional.empty()
            : disabled.or(() -> Optional.of(new Disabled(now, Optional.empty()))),
        createdBy,
        trigger);
  }

  private Set<String> subscribed(Map<String, Boolean> said) {
    Set<String> subscribed = new HashSet<>(topics);
    said.forEach(
        (topic, wanted) -> {
          if (wanted) {
            subscribed.add(topic);
          } else {
            subscribed.remove(topic);
          }
        });
    return subscribed;
  }

  /**
   * What is said of a webhook, new or known.
   *
   * @param topics topics that it is to be told or not, each if it is spoken of
   */
  public record Revision(
      Said<String> url,
      Said<String> description,
      Said<String> authorization,
      Said<Boolean> enabled,
      Said<Boolean> allTopics,
      Map<String, Boolean> topics) {}

  @Override
  public String toString() {
    return "Webhook " + number + " to " + url; // without what is secret in it
  }
}
