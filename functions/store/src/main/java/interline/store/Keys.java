package interline.store;

import interline.fleet.Kind;
import interline.fleet.OrganizationId;
import interline.fleet.Ref;
import interline.fleet.Unique;

/** Every key of the table. None can be made without an organization. */
final class Keys {

  /** The sort key of a record among the items that belong to it. */
  static final String ROOT = "@";

  private static final String ZEROS = "0".repeat(19);
  private static final String OUTCOME = "done#";
  private static final String ROWS = "row#";

  private final OrganizationId organization;

  Keys(OrganizationId organization) {
    this.organization = organization;
  }

  String partition(Ref<?> ref) {
    return of(ref.kind(), ref.id());
  }

  /** The partition of an index that lists records of a kind, or of one group of them. */
  String listing(Kind<?> kind, String... group) {
    return group.length == 0 ? organization + "#" + kind : of(kind, String.join("#", group));
  }

  String claim(Kind<?> kind, Unique unique) {
    return organization + "#=" + kind + "#" + unique.field() + "#" + unique.value();
  }

  String container(long worker) {
    return organization + "#container#" + Kind.WORKER + "#" + worker;
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
    return organization + "#" + kind + "#" + id;
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
    return sortable(rank) + "#" + task;
  }

  /** A number as text that sorts as the number does. */
  static String sortable(long number) {
    String digits = Long.toString(number);
    return ZEROS.substring(digits.length()) + digits;
  }
}
