package interline.fleetio;

import interline.fleet.Person;
import interline.fleet.PersonName;
import interline.fleet.Role;
import interline.fleet.Worker;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A contact as Fleetio prints it. */
final class ContactAnswer {

  private ContactAnswer() {}

  static Map<String, Object> of(Worker worker, Times times) {
    Person person = worker.person();
    PersonName parts = person.parts();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", worker.number());
    members.put("created_at", times.at(worker.stamp().created()));
    members.put("updated_at", times.at(worker.stamp().changed()));
    members.put("archived_at", worker.archived().map(times::at));
    members.put("name", person.name());
    members.put("first_name", parts.first());
    members.put("middle_name", parts.middle());
    members.put("last_name", parts.last());
    members.put("email", person.email());
    members.put("mobile_phone_number", person.phone());
    members.put("employee_number", person.employeeNumber());
    members.put("group_id", person.group());
    members.put("group_name", Optional.empty());
    members.put("group_hierarchy", Optional.empty());
    members.put("vehicle_operator", person.is(Role.OPERATOR));
    members.put("technician", person.is(Role.TECHNICIAN));
    members.put("employee", person.is(Role.EMPLOYEE));
    for (String attribute : ContactBody.TEXTS) {
      members.put(attribute, kept(worker, attribute));
    }
    for (String attribute : ContactBody.DAYS) {
      members.put(attribute, kept(worker, attribute));
    }
    members.put(
        "hourly_labor_rate_cents",
        kept(worker, "hourly_labor_rate").map(BigDecimal.class::cast).map(ContactAnswer::cents));
    members.put("custom_fields", kept(worker, "custom_fields").orElse(Map.of()));
    members.put("account_membership_id", Optional.empty());
    members.put("default_image_url", Optional.empty());
    members.put("images", List.of());
    for (String counted : List.of("images", "documents", "comments")) {
      members.put(counted + "_count", 0);
    }
    members.put("attachment_permissions", ATTACHMENTS);
    return members;
  }

  /** Nobody can attach anything here. */
  static final Map<String, Boolean> ATTACHMENTS =
      Map.of(
          "read_photos", false,
          "manage_photos", false,
          "read_documents", false,
          "manage_documents", false);

  /** As it stands in a record that has to do with the contact. */
  static Map<String, Object> summary(Worker worker) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", worker.number());
    members.put("email", worker.person().email());
    members.put("name", worker.name());
    members.put("group_id", worker.person().group());
    members.put("default_image_url", Optional.empty());
    return members;
  }

  private static Optional<Object> kept(Worker worker, String attribute) {
    return Kept.find(worker.details(), attribute);
  }

  private static BigInteger cents(BigDecimal amount) {
    return amount.movePointRight(2).setScale(0, RoundingMode.HALF_UP).toBigInteger();
  }
}
