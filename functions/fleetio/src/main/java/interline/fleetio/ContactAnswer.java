package interline.fleetio;

import interline.fleet.Group;
import interline.fleet.Person;
import interline.fleet.PersonName;
import interline.fleet.Role;
import interline.fleet.Snapshot;
import interline.fleet.Worker;
import interline.gateway.Call;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A contact as Fleetio prints it. */
final class ContactAnswer {

  private ContactAnswer() {}

  /** All of them, with the names of the groups that they are in. */
  static List<Map<String, Object>> of(Call call, Snapshot fleet, List<Worker> workers) {
    Times times = Times.of(call);
    GroupAnswer.Paths groups =
        GroupAnswer.Paths.of(
            fleet, workers.stream().flatMap(worker -> worker.person().group().stream()).toList());
    boolean expanded =
        Stream.of("expand", "expand[]")
            .flatMap(name -> call.request().query().getOrDefault(name, List.of()).stream())
            .flatMap(value -> Filter.split(value).stream())
            .anyMatch("group"::equals);
    List<Map<String, Object>> all = new ArrayList<>();
    for (Worker worker : workers) {
      Map<String, Object> members = of(worker, groups, times);
      if (expanded) {
        members.put(
            "group",
            groups
                .find(worker.person().group())
                .map(group -> GroupAnswer.of(group, call.caller().organization(), times)));
      }
      all.add(members);
    }
    return all;
  }

  private static Map<String, Object> of(Worker worker, GroupAnswer.Paths groups, Times times) {
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
    members.put("group_name", groups.find(person.group()).map(Group::name));
    members.put("group_hierarchy", groups.find(person.group()).map(groups::path));
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
