package interline.fleetio;

import interline.fleet.Failure;
import interline.fleet.Field;
import interline.fleet.Kind;
import interline.fleet.Rule;
import interline.gateway.Expected;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What Fleetio calls things that are wrong: messages are fragments that follow the name of the
 * attribute, and a missing parent goes by the name of the association.
 */
final class Words {

  /** The attribute of what is wrong with a record as a whole. */
  static final String BASE = "base";

  private Words() {}

  /** What is wrong, by attribute: the same for a single record and for a row of a bulk job. */
  static Map<String, List<String>> of(Failure failure) {
    Errors errors = new Errors();
    switch (failure) {
      case Unreadable unreadable -> {
        unreadable
            .errors()
            .messages()
            .forEach((name, all) -> all.forEach(m -> errors.add(name, m)));
        unreadable.problems().stream()
            .filter(problem -> !unreadable.errors().speakOf(attribute(problem.field())))
            .forEach(problem -> errors.add(attribute(problem.field()), of(problem.rule())));
      }
      case Failure.Invalid invalid ->
          invalid
              .problems()
              .forEach(problem -> errors.add(attribute(problem.field()), of(problem.rule())));
      case Failure.NotUnique taken -> errors.add(attribute(taken.field()), of(new Rule.Unique()));
      case Failure.NotFound missing ->
          errors.add(association(missing.kind()), of(new Rule.Known()));
      case Failure.Conflict conflict -> add(conflict.reason(), errors);
      case Failure.NotAllowed _ -> errors.add(BASE, "is not yours to change");
      case Failure.Unauthenticated _ -> errors.add(BASE, "is not yours to change");
      case Failure.TooMany _ -> errors.add(BASE, "is beyond the limit of your account");
      case Failure.Busy _ -> errors.add(BASE, "is being changed by others, try again");
    }
    return errors.messages();
  }

  private static void add(Failure.Conflict.Reason reason, Errors errors) {
    switch (reason) {
      case WORKER_ARCHIVED -> errors.add("contact", "is archived");
      case NOT_AN_OPERATOR -> errors.add("contact", "must be a vehicle operator");
      case VEHICLE_ARCHIVED -> errors.add("vehicle", "is archived");
      case VEHICLE_TAKEN -> errors.add(BASE, "overlaps another assignment of the vehicle");
      case TEAM_NOT_EMPTY -> errors.add(BASE, "still has members or tasks");
      case WORKER_HOLDS_TASKS -> errors.add(BASE, "still has jobs assigned");
      case PROTECTED -> errors.add(BASE, "cannot be changed");
      case IN_USE -> errors.add(BASE, "is in use");
      case ACCOUNT_OWNER_STAYS -> errors.add(BASE, "owns the account");
      case GROUP_NOT_EMPTY -> errors.add(BASE, "still has groups in it");
      case WORKER_FULL,
          WORKER_BUSY,
          TASK_ASSIGNED,
          TASK_NOT_ASSIGNED,
          TASK_NOT_OPEN,
          TASK_FIXED,
          TASK_ENDED,
          DEPENDENCIES_OPEN,
          CONTAINER_FULL,
          ILLEGAL_TRANSITION ->
          errors.add(BASE, "can't be changed in its present state");
    }
  }

  static String of(Rule rule) {
    return switch (rule) {
      case Rule.Present _, Rule.Known _ -> "can't be blank";
      case Rule.Unique _, Rule.Distinct _ -> "has already been taken";
      case Rule.Genuine _ -> "is invalid";
      case Rule.AtMostCharacters(int most) ->
          "is too long (maximum is %d characters)".formatted(most);
      case Rule.AtMost(int most) -> "is too long (maximum is %d records)".formatted(most);
      case Rule.Linked(int most) -> "would have more than %d links".formatted(most);
      case Rule.AtOnce(int most) -> "is too much at once (maximum is %d)".formatted(most);
      case Rule.Between(double least, double most) ->
          "must be between %s and %s".formatted(plain(least), plain(most));
      case Rule.InSequence(Optional<BigDecimal> least, Optional<BigDecimal> most) ->
          inSequence(least, most) + " or marked as void";
      case Rule.OneOf(List<String> values) -> oneOf(values);
      case Rule.Callable _ -> "must be a public https URL";
      case Rule.OneLine _ -> "must be one line";
      case Rule.Ordered _ -> "must not end before it starts";
      case Rule.Acyclic _ -> "must not come before itself";
    };
  }

  static String of(Expected expected) {
    return switch (expected) {
      case Expected.Form form ->
          switch (form) {
            case PRESENT -> of(new Rule.Present());
            case TEXT -> "must be a string";
            case INTEGER -> "must be an integer";
            case NUMBER -> "is not a number";
            case FLAG -> "must be true or false";
            case DATE -> "is not a valid date";
            case OBJECT -> "must be an object";
            case LIST -> "must be an array";
          };
      case Expected.OneOf(List<String> words) -> oneOf(words);
      case Expected.Like _ -> "is invalid";
    };
  }

  private static String oneOf(List<String> values) {
    return "must be one of the predefined values (%s)".formatted(String.join(", ", values));
  }

  private static String inSequence(Optional<BigDecimal> least, Optional<BigDecimal> most) {
    if (least.isPresent() && most.isPresent()) {
      return "must be between %s and %s".formatted(grouped(least.get()), grouped(most.get()));
    }
    return least
        .map(bound -> "must be greater than or equal to " + grouped(bound))
        .or(() -> most.map(bound -> "must be less than or equal to " + grouped(bound)))
        .orElse("must be in order");
  }

  /** A number with commas between its thousands. */
  private static String grouped(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    return String.format(Locale.ROOT, "%,." + Math.max(0, plain.scale()) + "f", plain);
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static String attribute(Field field) {
    return switch (field) {
      case NAME -> "name";
      case PHONE -> "mobile_phone_number";
      case LATITUDE -> "latitude";
      case LONGITUDE -> "longitude";
      case VIN -> "vin";
      case LICENSE_PLATE -> "license_plate";
      case MAKE -> "make";
      case MODEL -> "model";
      case COLOR -> "color";
      case METER_UNIT -> "meter_unit";
      case YEAR -> "year";
      case VEHICLE_STATUS -> "vehicle_status";
      case VEHICLE_TYPE -> "vehicle_type";
      case VEHICLE -> "vehicle";
      case WORKER -> "contact";
      case METER_VALUE -> "value";
      case DATE -> "date";
      case GROUP -> "group";
      case PARENT -> "parent";
      case LABELS -> "label_ids";
      case EXTERNAL_ID -> "external_ids";
      case REFERENCE -> "external_id";
      case EMAIL -> "email";
      case CODE -> "code";
      case DESCRIPTION -> "description";
      case COUNT -> "count";
      case SOURCE -> "source";
      case IDEMPOTENCY_KEY -> "idempotency_key";
      case URL -> "url";
      case AUTHORIZATION -> "authorization";
      case FIRST_NAME -> "first_name";
      case MIDDLE_NAME -> "middle_name";
      case LAST_NAME -> "last_name";
      case EMPLOYEE_NUMBER -> "employee_number";
      case STARTED -> "started_at";
      case ENDED -> "ended_at";
      case COMMENTS -> "comments";
      case START_READING -> "starting_meter_entry.value";
      case END_READING -> "ending_meter_entry.value";
      case ROW -> "records";
      case CURSOR -> "start_cursor";
      case LIMIT -> "per_page";
      // What Fleetio does not know, its clients cannot have said.
      case CAPACITY,
          RECIPIENT,
          DESTINATION,
          TIME_SLOT,
          SKILLS,
          TASKS,
          TIME_WINDOW,
          NOTES,
          SERVICE_TIME,
          QUANTITY,
          DEPENDENCIES,
          POSITION,
          TEAMS,
          HUB,
          MEMBERS,
          TIME_ZONE,
          SHIFTS,
          RADIUS,
          ACCOUNT_TOKEN,
          API_KEY,
          METADATA,
          ADDRESS,
          DELEGATEES,
          BAN,
          TRIGGER,
          TYPE,
          CUSTOM_FIELDS,
          ACCOUNTS,
          ACCOUNT_OWNER,
          SIGN_IN,
          CUSTOMER_NUMBER,
          RECORD ->
          BASE;
    };
  }

  private static String association(Kind<?> kind) {
    return kind.equals(Kind.WORKER) ? "contact" : kind.word();
  }
}
