package interline.fleetio;

import interline.fleet.Person;
import interline.fleet.Pick;
import interline.fleet.Said;
import interline.fleet.Worker;
import java.util.List;

/** What clients say of a contact. */
final class ContactBody {

  /** Texts that only Fleetio has. */
  static final List<String> TEXTS =
      List.of(
          "home_phone_number",
          "work_phone_number",
          "other_phone_number",
          "street_address",
          "street_address_line_2",
          "city",
          "region",
          "postal_code",
          "country",
          "job_title",
          "license_number",
          "license_class",
          "license_state");

  /** Days that only Fleetio has. */
  static final List<String> DAYS =
      List.of("birth_date", "start_date", "leave_date", "license_expiration");

  private static final int LONGEST = 255;

  private ContactBody() {}

  /** By its number, or else by the names from the top one down to its own, or by its own alone. */
  private static Said<Pick> group(Attributes said) {
    return VehicleBody.byNameUnless(
        said.parent(VehicleBody.GROUP), VehicleBody.GROUP, said, "group_hierarchy", "group_name");
  }

  static Worker.Revision read(Attributes said) {
    Person.Revision person =
        new Person.Revision(
            said.text("first_name"),
            said.text("middle_name"),
            said.text("last_name"),
            said.text("mobile_phone_number"),
            said.text("email"),
            said.text("employee_number"),
            group(said),
            said.flag("vehicle_operator"),
            said.flag("technician"),
            said.flag("employee"));
    Kept kept = new Kept();
    TEXTS.forEach(text -> kept.hear(text, said.textUpTo(LONGEST, text)));
    DAYS.forEach(day -> kept.hear(day, said.day(day)));
    kept.hear("hourly_labor_rate", said.decimal("hourly_labor_rate"));
    kept.hear("custom_fields", said.tree("custom_fields"));
    return new Worker.Revision(person, kept.changes());
  }
}
