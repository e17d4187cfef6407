package interline.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*~";
  private static final List<Kind<?>> KINDS =
      List.of(
          Kind.ORGANIZATION,
          Kind.API_KEY,
          Kind.WORKER,
          Kind.TASK,
          Kind.VEHICLE,
          Kind.BULK_JOB,
          Kind.ASSIGNMENT);

  private final Identity ours = new Identity(new OrganizationId(1));
  private final Identity theirs = new Identity(new OrganizationId(2));

  @Provide
  Arbitrary<Kind<?>> kinds() {
    return Arbitraries.of(KINDS);
  }

  @Property(tries = 500)
  void anIdentifierLeadsBackToItsNumber(
      @ForAll @LongRange(min = 0) long organization,
      @ForAll("kinds") Kind<?> kind,
      @ForAll @LongRange(min = 1) long number) {
    Identity identity = new Identity(new OrganizationId(organization));
    String identifier = identity.encode(kind, number);
    assertThat(identifier).matches("[A-Za-z0-9*~]{24}");
    assertThat(identity.decode(kind, identifier)).hasValue(number);
  }

  @Property(tries = 300)
  void anIdentifierOfAnotherKindIsRefused(
      @ForAll("kinds") Kind<?> kind,
      @ForAll("kinds") Kind<?> other,
      @ForAll @LongRange(min = 1) long number) {
    Assume.that(!kind.equals(other));
    assertThat(ours.decode(other, ours.encode(kind, number))).isEmpty();
  }

  @Property(tries = 300)
  void anIdentifierOfAnotherOrganizationIsRefused(
      @ForAll("kinds") Kind<?> kind, @ForAll @LongRange(min = 1) long number) {
    assertThat(theirs.decode(kind, ours.encode(kind, number))).isEmpty();
  }

  @Property(tries = 500)
  void anIdentifierWithOneOtherCharacterIsRefused(
      @ForAll("kinds") Kind<?> kind,
      @ForAll @LongRange(min = 1) long number,
      @ForAll @IntRange(max = 23) int place,
      @ForAll @IntRange(max = 63) int character) {
    StringBuilder identifier = new StringBuilder(ours.encode(kind, number));
    Assume.that(identifier.charAt(place) != ALPHABET.charAt(character));
    identifier.setCharAt(place, ALPHABET.charAt(character));
    assertThat(ours.decode(kind, identifier.toString())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7",
        "AAAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAAA==",
        "AAAAAAAAAAAAAAAAAAAAAA+/",
        "AAAAAAAAAAAAAAAAAAAAAA\n\n",
        "ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ"
      })
  void whatIsNoIdentifierIsRefused(String text) {
    assertThat(ours.decode(Kind.TASK, text)).isEmpty();
  }

  @Test
  void neighboursLookNothingLikeEachOther() {
    assertThat(LongStream.rangeClosed(1, 1000).mapToObj(n -> ours.encode(Kind.TASK, n)))
        .doesNotHaveDuplicates()
        .extracting(identifier -> identifier.substring(0, 4))
        .doesNotHaveDuplicates();
  }

  @Property(tries = 500)
  void anOrganizationsIdentifierLeadsBackToItsNumber(@ForAll @LongRange(min = 0) long number) {
    String identifier = new Identity(new OrganizationId(number)).ofOrganization();
    assertThat(identifier).matches("[0-9a-f]{24}");
    assertThat(Identity.organization(identifier)).hasValue(number);
  }

  @Property(tries = 300)
  void anOrganizationsIdentifierWithOneOtherDigitIsRefused(
      @ForAll @LongRange(min = 0) long number,
      @ForAll @IntRange(max = 23) int place,
      @ForAll @IntRange(max = 15) int digit) {
    StringBuilder identifier =
        new StringBuilder(new Identity(new OrganizationId(number)).ofOrganization());
    char other = "0123456789abcdef".charAt(digit);
    Assume.that(identifier.charAt(place) != other);
    identifier.setCharAt(place, other);
    assertThat(Identity.organization(identifier.toString())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "000000000000000000000000", "zzzzzzzzzzzzzzzzzzzzzzzz"})
  void whatIsNoOrganizationsIdentifierIsRefused(String text) {
    assertThat(Identity.organization(text)).isEmpty();
  }

  @Property(tries = 500)
  void aShortIdentifierLeadsBackToItsNumber(
      @ForAll @LongRange(min = 0) long organization,
      @ForAll("kinds") Kind<?> kind,
      @ForAll @LongRange(max = (1L << 32) - 1) long number) {
    Identity identity = new Identity(new OrganizationId(organization));
    String identifier = identity.shorten(kind, number);
    assertThat(identifier).matches("[0-9a-f]{8}");
    assertThat(identity.lengthen(kind, identifier)).hasValue(number);
  }

  /** With the property above: a permutation, so that no two numbers share a short identifier. */
  @Property(tries = 500)
  void everyEightDigitsAreTheShortIdentifierOfTheNumberTheyName(
      @ForAll("kinds") Kind<?> kind, @ForAll @LongRange(max = (1L << 32) - 1) long value) {
    String identifier = "%08x".formatted(value);
    long number = ours.lengthen(kind, identifier).orElseThrow();
    assertThat(number).isBetween(0L, (1L << 32) - 1);
    assertThat(ours.shorten(kind, number)).isEqualTo(identifier);
  }

  @Test
  void shortIdentifiersDifferBetweenOrganizationsAndKinds() {
    List<String> first = shortened(ours, Kind.TASK);
    assertThat(shortened(theirs, Kind.TASK)).doesNotContainAnyElementsOf(first);
    assertThat(shortened(ours, Kind.WORKER)).doesNotContainAnyElementsOf(first);
  }

  private static List<String> shortened(Identity identity, Kind<?> kind) {
    return LongStream.rangeClosed(1, 100).mapToObj(n -> identity.shorten(kind, n)).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1234567", "123456789", "ABCDEF01", "0000000g", "-0000001"})
  void whatIsNoShortIdentifierIsRefused(String text) {
    assertThat(ours.lengthen(Kind.TASK, text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1L << 32, Long.MAX_VALUE})
  void aNumberThatDoesNotFitHasNoShortIdentifier(long number) {
    assertThatThrownBy(() -> ours.shorten(Kind.TASK, number))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** These were given out: they name the same records for ever. */
  @ParameterizedTest
  @CsvSource({
    "1, worker, 1, pBtg9Uvn3TBkKvAZs0lqSIo1, fd200d49",
    "1, task, 1, HXyHR3YOIuYJO*Nzug9gvF8H, c5733240",
    "1, task, 2, PV2Ntx7fEKjwwzCCSHF4jOFH, 719308db",
    "1, task, 4294967295, hMTLEt2Ehh8BKUpo5BIP89G3, 063d587b",
    "1, vehicle, 7, CQ5NJE8*Q6CR*CYA2OKpww2A, 0d40b076",
    "2, task, 1, jNo5Zg9XLK3jUKbnc8YafXzS, 13404cb2",
    "1, organization, 1, sWow99ZzfoCsEBzFzp4PuqOd, c1465979",
    "1, key, 1, CE1Vok1hLbj1ezDMZFnwL8*b, b8425654",
    "1, bulk, 1, GJKjCoeDwJpSNokcRHEsYmWE, 3043627d",
    "1, assignment, 1, 9uThVcPnLmE7S6fRGOOgOICI, 7570f981"
  })
  void whatWasGivenOutNeverChanges(
      long organization, String word, long number, String identifier, String shortIdentifier) {
    Identity identity = new Identity(new OrganizationId(organization));
    Kind<?> kind = KINDS.stream().filter(k -> k.word().equals(word)).findFirst().orElseThrow();
    assertThat(identity.encode(kind, number)).isEqualTo(identifier);
    assertThat(identity.shorten(kind, number)).isEqualTo(shortIdentifier);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 8a3e597b1af01bb2d258fb1f",
    "1, c8c49e23025bdcadb456c30a",
    "9223372036854775807, f1a0db87b8601d909820dacf"
  })
  void theIdentifierOfAnOrganizationNeverChanges(long organization, String identifier) {
    assertThat(new Identity(new OrganizationId(organization)).ofOrganization())
        .isEqualTo(identifier);
  }
}
