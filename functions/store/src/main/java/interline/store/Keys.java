package interline.store;

import interline.fleet.Container;
import interline.fleet.Kind;
import interline.fleet.Listing.TasksByMoment;
import interline.fleet.Metadata;
import interline.fleet.Meter;
import interline.fleet.OrganizationId;
import interline.fleet.Ref;
import interline.fleet.Unique;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Every key of the table. None can be made without an organization. */
final class Keys {

  /** The sort key of a record among the items that belong to it. */
  static final String ROOT = "@";

  /** Sorts behind every text that a sort key of our own making goes on with. */
  static final String LAST = "~";

  /** Groups of a kind's records in an index. */
  static final String ARCHIVED = "archived";

  static final String ALL = "all";
  static final String BY = "by";
  static final String CHANGED = "changed";

  /** Where a worker stands in lists of people. */
  static final String ENROLLED = "enrolled";

  /** Where a worker to whom work can be given stands in lists by what they are known by. */
  static final String ROSTERED = "rostered";

  /** Sorts before every character of a text. */
  private static final char END = '\1';

  /** Characters of a text that count for its place in an index; a key has room for 1,024 bytes. */
  private static final int SORTED_CHARACTERS = 200;

  /** DynamoDB's own limit for a partition key, in bytes. */
  private static final int LONGEST = 2_048;

  private static final String ZEROS = "0".repeat(19);
  private static final String OUTCOME = "done#";
  private static final String ROWS = "row#";

  private static final String POSITIONS = "position#";

  /** As text that sorts as the moments do, in all years of four digits. */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final long YEAR_ZERO = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();

  private final OrganizationId organization;

  Keys(OrganizationId organization) {
    this.organization = organization;
  }

  String partition(Ref<?> ref) {
    return of(ref.kind(), ref.id());
  }

  /** The partition of an index that lists records of a kind, or of one group of them. */
  String listing(Kind<?> kind, String... group) {
    return group.length == 0 ? home(kind) + "#" + kind : of(kind, String.join("#", group));
  }

  String claim(Kind<?> kind, Unique unique) {
    return home(kind) + "#=" + kind + "#" + unique.field() + "#" + unique.value();
  }

  /** Whether a claim can be: nobody holds a value that is longer than a key. */
  static boolean holds(String claim) {
    return claim.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
  }

  String container(Container container) {
    String all = organization + "#container#";
    return switch (container) {
      case Container.OfOrganization _ -> all + Kind.ORGANIZATION;
      case Container.OfTeam(long team) -> all + "team#" + team;
      case Container.OfWorker(long worker) -> all + Kind.WORKER + "#" + worker;
    };
  }

  /** A cell of the map of workers. */
  String map(String cell) {
    return organization + "#map#" + cell;
  }

  /** The records of a kind of which one thing is said. */
  String tagged(Kind<?> kind, Metadata.Item said) {
    return organization + "#meta#" + kind + "#" + said.fingerprint();
  }

  String counts(Kind<?> kind) {
    return organization + "#count#" + kind;
  }

  String numbers() {
    return organization + "#number";
  }

  String limit(String name) {
    return organization + "#limit#" + name;
  }

  String secret() {
    return organization + "#secret";
  }

  private String of(Kind<?> kind, String id) {
    return home(kind) + "#" + kind + "#" + id;
  }

  /**
   * Whose records those of a kind are. A key has to be found by whoever it is shown to, and what
   * users sign with is theirs alone in the whole deployment, so these are the operator's.
   */
  OrganizationId home(Kind<?> kind) {
    return kind == Kind.API_KEY || kind == Kind.USER ? OrganizationId.OPERATOR : organization;
  }

  static String event(long version) {
    return "e#" + sortable(version);
  }

  static String outcome(int index) {
    return OUTCOME + sortable(index);
  }

  static String rows(int chunk) {
    return ROWS + sortable(chunk);
  }

  /** The first sort key behind a bulk job and its outcomes. */
  static String behindOutcomes() {
    return OUTCOME + "~";
  }

  static String rowsPrefix() {
    return ROWS;
  }

  static String rank(long rank, long task) {
    return sortableSigned(rank) + "#" + sortable(task);
  }

  /** A number that may be negative as text that sorts as the number does. */
  private static String sortableSigned(long number) {
    String digits = Long.toUnsignedString(number ^ Long.MIN_VALUE);
    return "0".repeat(20 - digits.length()) + digits;
  }

  /** Where a task stands among all by its moment. */
  static String byMoment(TasksByMoment.Mark mark) {
    return moment(mark.moment()) + "#" + sortable(mark.low());
  }

  /** Where a reading stands among those of its vehicle: by meter, day and value. */
  static String reading(Meter meter, LocalDate day, BigDecimal value, long entry) {
    return readings(meter) + day + "#" + sortable(value) + "#" + sortable(entry);
  }

  /** Where a void reading stands: by day and value, but not among those that count. */
  static String voidReading(LocalDate day, BigDecimal value, long entry) {
    return voidReadings() + day + "#" + sortable(value) + "#" + sortable(entry);
  }

  /** How the sort keys of a meter's readings begin; a day follows. */
  static String readings(Meter meter) {
    return "meter#" + meter.name().charAt(0) + "#";
  }

  /** The same for those that are void, of whatever meter; as long as the others. */
  static String voidReadings() {
    return "meter#V#";
  }

  /** Where a position stands among those of its owner: by time. */
  static String position(Instant date, long entry) {
    return POSITIONS + MOMENT.format(date) + "#" + sortable(entry);
  }

  /** How a worker's days begin; a date follows. */
  static String workDays() {
    return "day#";
  }

  static String workDay(LocalDate date) {
    return workDays() + date;
  }

  /** How what a worker did at a moment begins. */
  static String deeds(Instant moment) {
    return "deed#" + moment(moment) + "#";
  }

  /** Where positions of a moment begin. */
  static String positions(Instant moment) {
    return POSITIONS + MOMENT.format(moment);
  }

  static String positions() {
    return POSITIONS;
  }

  /** A number that is not negative as text that sorts as the number does. */
  private static String sortable(BigDecimal value) {
    BigDecimal fraction = value.remainder(BigDecimal.ONE).stripTrailingZeros();
    return sortable(value.longValue()) + "." + fraction.toPlainString().replaceFirst("^0\\.?", "");
  }

  private static final String ASSIGNMENT = "assignment#";

  /** Behind all keys that begin like the one it follows. */
  private static final String BEHIND = "~";

  /** A vehicle assignment with its vehicle: those since ever come first. */
  static String driving(Optional<Instant> start, long number) {
    return ASSIGNMENT + start.map(Keys::moment).orElse("-") + "#" + sortable(number);
  }

  static String firstDriving() {
    return ASSIGNMENT;
  }

  /** Behind the assignments of a vehicle that begin no later than a moment. */
  static String behindDriving(Optional<Instant> until) {
    return ASSIGNMENT + until.map(moment -> moment(moment) + "#").orElse("") + BEHIND;
  }

  /** A vehicle assignment with its worker: those until further notice come last. */
  static String driven(Optional<Instant> end, long number) {
    return ASSIGNMENT + end.map(Keys::moment).orElse(BEHIND) + "#" + sortable(number);
  }

  /** Behind the assignments of a worker that end no later than a moment. */
  static String behindDriven(Instant moment) {
    return ASSIGNMENT + moment(moment) + "#" + BEHIND;
  }

  static String lastDriven() {
    return ASSIGNMENT + BEHIND + BEHIND;
  }

  /** A moment as text that sorts as time passes, from the year 0 on. */
  static String moment(Instant moment) {
    return sortable(moment.toEpochMilli() - YEAR_ZERO);
  }

  /** A number as text that sorts as the number does. */
  static String sortable(long number) {
    String digits = Long.toString(number);
    return ZEROS.substring(digits.length()) + digits;
  }

  /** A text, and a number for those that are alike, as text that sorts as the first does. */
  static String sortable(String text, long number) {
    String clean = text.replace('\n', ' ').replace('\0', ' ');
    int end =
        clean.offsetByCodePoints(
            0, Math.min(SORTED_CHARACTERS, clean.codePointCount(0, clean.length())));
    return clean.substring(0, end) + "#" + sortable(number);
  }

  /** The same without regard to case, a text before all others that begin with it. */
  static String ordered(String text, long number) {
    String folded = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\p{Cntrl}", " ");
    int end =
        folded.offsetByCodePoints(
            0, Math.min(SORTED_CHARACTERS, folded.codePointCount(0, folded.length())));
    return folded.substring(0, end) + END + sortable(number);
  }

  /** A moment, and a number for those at the same one, as text that sorts as the first does. */
  static String sortable(Instant moment, long number) {
    return sortable(moment.toEpochMilli()) + "#" + sortable(number);
  }
}
