package interline.fleetio;

import interline.fleet.Said;
import interline.fleet.Unique;
import interline.fleet.VehicleAssignment.Driver;
import interline.fleet.VehicleAssignment.Remark;
import interline.fleet.VehicleAssignment.Revision;
import interline.fleet.VehicleAssignment.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What clients say of who drives what. */
final class VehicleAssignmentBody {

  private static final String COMMENTS = "comments_attributes";

  private VehicleAssignmentBody() {}

  static Revision read(Attributes said) {
    Kept kept = new Kept();
    kept.hear("custom_fields", said.tree("custom_fields"));
    return new Revision(
        said.parent("vehicle"),
        driver(said),
        said.moment("started_at"),
        said.moment("ended_at"),
        reading(said, "starting_meter_entry"),
        reading(said, "ending_meter_entry"),
        remarks(said),
        kept.changes());
  }

  /** By the number of the contact, or else by what it has as an employee. */
  private static Said<Driver> driver(Attributes said) {
    return switch (said.parent("contact")) {
      case Said.Given<Long>(Long number) -> new Said.Given<>(new Driver.ByNumber(number));
      case Said.Nothing<Long> _ ->
          said.errors().speakOf("contact") ? new Said.Nothing<>() : employee(said, false);
      case Said.None<Long> _ -> employee(said, true);
    };
  }

  private static Said<Driver> employee(Attributes said, boolean cleared) {
    Optional<String> number = said.text("contact_employee_number").given();
    if (number.isPresent()) {
      return new Said.Given<>(new Driver.ByEmployeeNumber(Unique.employeeNumber(number.get())));
    }
    return cleared ? new Said.None<>() : new Said.Nothing<>();
  }

  /** Without a value there is nothing to enter; forms send such for a field left empty. */
  private static Optional<Shown> reading(Attributes said, String entry) {
    Optional<Attributes> within = said.object(entry + "_attributes");
    Optional<Shown> shown =
        within.map(
            attributes ->
                new Shown(given(attributes.decimal("value")), given(attributes.flag("void"))));
    within.ifPresent(attributes -> said.complain(entry, attributes));
    return shown.filter(it -> it.value().spoken() || it.voided().spoken());
  }

  private static <T> Said<T> given(Said<T> said) {
    return said instanceof Said.None<T> ? new Said.Nothing<>() : said;
  }

  private static List<Remark> remarks(Attributes said) {
    List<Remark> remarks = new ArrayList<>();
    for (Attributes comment : said.objects(COMMENTS)) {
      remarks.add(
          new Remark(comment.text("title").given(), comment.text("comment").given().orElse("")));
      said.complain("comments", comment);
    }
    return remarks;
  }
}
