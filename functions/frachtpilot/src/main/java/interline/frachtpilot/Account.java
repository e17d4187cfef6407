package interline.frachtpilot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import interline.fleet.Address;
import interline.fleet.Customers;
import interline.fleet.Destination;
import interline.fleet.Failure.Conflict;
import interline.fleet.Failure.Conflict.Reason;
import interline.fleet.KnownRecipient;
import interline.fleet.Location;
import interline.fleet.PersonName;
import interline.gateway.Json;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer as FrachtPilot writes and reads one. Name, phone and note are the recipient's, as all
 * dialects have them; everything else is kept beside as it was said.
 */
final class Account {

  static final String ACTIVE = "active";
  static final String BUSINESS = "business";
  static final String PRIVATE = "private";

  private static final List<String> TYPES = List.of(PRIVATE, BUSINESS);
  private static final List<String> STATUSES = List.of("pending", ACTIVE, "inactive", "rejected");
  private static final List<String> INTERVALS =
      List.of("single", "weekly", "half_monthly", "monthly");

  /** What may follow a status. */
  private static final Map<String, List<String>> MOVES =
      Map.of(
          "pending",
          List.of(ACTIVE, "rejected"),
          ACTIVE,
          List.of("inactive"),
          "inactive",
          List.of(ACTIVE),
          "rejected",
          List.of(ACTIVE));

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

  private Account() {}

  static ObjectNode of(KnownRecipient recipient) {
    ObjectNode account = Writer.object().put("id", recipient.number());
    account.setAll(writable(recipient));
    return account
        .put("createdAt", Writer.instant(recipient.stamp().created()))
        .put("updatedAt", Writer.instant(recipient.stamp().changed()));
  }

  /** All that can be written, whoever has written it. */
  private static ObjectNode writable(KnownRecipient recipient) {
    ObjectNode kept = Tree.object(recipient.customer().details());
    boolean business = text(kept, "type").filter(BUSINESS::equals).isPresent();
    if (!name(kept, business).equals(Optional.of(recipient.name()))) {
      // Another dialect has said what they are called.
      if (business) {
        kept.put("company", recipient.name());
      } else {
        PersonName parts = PersonName.split(recipient.name());
        kept.put("firstName", parts.last().map(_ -> first(parts)).orElse(null));
        kept.put("lastName", parts.last().orElse(parts.first()));
      }
    }
    ObjectNode account =
        Writer.object()
            .put("type", business ? BUSINESS : PRIVATE)
            .put(
                "customerNumber",
                recipient
                    .customer()
                    .number()
                    .orElseGet(() -> KnownRecipient.Customer.usual(recipient.number())));
    for (String member : List.of("company", "salutation", "firstName", "lastName", "email")) {
      account.put(member, text(kept, member).orElse(null));
    }
    account.put(
        "phone",
        text(kept, "phone")
            .or(() -> Optional.of(recipient.phone()).filter(it -> !it.isEmpty()))
            .orElse(null));
    for (String member : List.of("customerGroup", "street", "houseNumber", "zip", "city")) {
      account.put(member, text(kept, member).orElse(null));
    }
    account.put("country", text(kept, "country").orElse("DE"));
    account.set("latitude", kept.path("latitude").isNumber() ? kept.get("latitude") : null);
    account.set("longitude", kept.path("longitude").isNumber() ? kept.get("longitude") : null);
    account
        .put("invoiceType", text(kept, "invoiceType").orElse(business ? "net" : "gross"))
        .put("billingInterval", text(kept, "billingInterval").orElse("monthly"))
        .put("selfCollector", kept.path("selfCollector").booleanValue());
    account.set(
        "deliveryDays",
        kept.has("deliveryDays") ? kept.get("deliveryDays") : Json.mapper().createArrayNode());
    account
        .put("timeFrom", text(kept, "timeFrom").orElse(null))
        .put("timeTo", text(kept, "timeTo").orElse(null))
        .put("extraStopMinutes", kept.path("extraStopMinutes").intValue())
        .put("baseTour", text(kept, "baseTour").orElse(null))
        .put("priority", kept.path("priority").intValue())
        .put("status", text(kept, "status").orElse(ACTIVE));
    account.set("attributes", kept.has("attributes") ? kept.get("attributes") : Writer.object());
    return account.put("note", recipient.notes().isEmpty() ? null : recipient.notes());
  }

  /** A member as it is shown. */
  static Optional<String> text(KnownRecipient recipient, String member) {
    return text(writable(recipient), member);
  }

  static boolean flag(KnownRecipient recipient, String member) {
    return writable(recipient).path(member).booleanValue();
  }

  static int number(KnownRecipient recipient, String member) {
    return writable(recipient).path(member).intValue();
  }

  /** The days of the week on which they are delivered to; none for any. */
  static List<Integer> deliveryDays(KnownRecipient recipient) {
    List<Integer> days = new ArrayList<>();
    writable(recipient).path("deliveryDays").forEach(day -> days.add(day.intValue()));
    return days;
  }

  /** The record that a number would be of that follows from it. */
  static Optional<Long> usual(String number) {
    return number.matches("K[1-9][0-9]{3,17}")
        ? Optional.of(Long.parseLong(number.substring(1)) - 2000).filter(it -> it > 0)
        : Optional.empty();
  }

  /** A new account. */
  static Customers.Draft draft(JsonNode body) {
    return read(body, Writer.object());
  }

  /** An account in place of one that there is. */
  static Customers.Draft replaced(KnownRecipient before, JsonNode body) {
    ObjectNode shown = writable(before);
    Customers.Draft draft = read(body, shown);
    String from = text(shown, "status").orElse(ACTIVE);
    String to =
        Optional.ofNullable(draft.details().get("frachtpilot.status"))
            .flatMap(it -> it)
            .map(Object::toString)
            .orElse(ACTIVE);
    if (!from.equals(to) && !MOVES.getOrDefault(from, List.of()).contains(to)) {
      throw new Conflict(Reason.ILLEGAL_TRANSITION);
    }
    return draft;
  }

  /** An account after a patch. */
  static Customers.Draft patched(KnownRecipient before, JsonNode patch) {
    return replaced(before, Form.merged(writable(before), patch));
  }

  private static Customers.Draft read(JsonNode body, ObjectNode before) {
    Form form = Form.of(body, before);
    boolean business = form.word("type", TYPES).orElse(PRIVATE).equals(BUSINESS);
    ObjectNode kept = Writer.object().put("type", business ? BUSINESS : PRIVATE);
    kept.put("company", business ? form.required("company", 120) : text(form, "company", 120));
    kept.put("salutation", text(form, "salutation", 30));
    kept.put("firstName", text(form, "firstName", 80));
    kept.put("lastName", business ? text(form, "lastName", 80) : form.required("lastName", 80));
    kept.put("email", form.mail("email").orElse(null));
    Optional<String> phone = form.text("phone", 40);
    kept.put("phone", phone.orElse(null));
    kept.put("customerGroup", text(form, "customerGroup", 60));
    kept.put("street", text(form, "street", 255));
    kept.put("houseNumber", text(form, "houseNumber", 255));
    kept.put("zip", text(form, "zip", 10));
    kept.put("city", text(form, "city", 80));
    String country = form.text("country", 2).orElse("DE");
    if (!COUNTRIES.contains(country)) {
      form.wrong("country", "is no ISO 3166-1 code of two letters", "invalid_country");
    }
    kept.put("country", country);
    Optional<Double> latitude = form.number("latitude", -90, 90);
    Optional<Double> longitude = form.number("longitude", -180, 180);
    if (form.has("latitude") != form.has("longitude")) {
      form.missing(form.has("latitude") ? "longitude" : "latitude");
    }
    kept.put("latitude", latitude.orElse(null));
    kept.put("longitude", longitude.orElse(null));
    kept.put("invoiceType", form.word("invoiceType", List.of("gross", "net")).orElse(null));
    kept.put("billingInterval", form.word("billingInterval", INTERVALS).orElse("monthly"));
    kept.put("selfCollector", form.flag("selfCollector", false));
    kept.set("deliveryDays", Json.mapper().valueToTree(form.integers("deliveryDays", 1, 7)));
    Optional<LocalTime> from = form.time("timeFrom");
    Optional<LocalTime> to = form.time("timeTo");
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      form.wrong("timeTo", "should be after timeFrom", "not_ordered");
    }
    kept.put("timeFrom", from.map(LocalTime::toString).orElse(null));
    kept.put("timeTo", to.map(LocalTime::toString).orElse(null));
    kept.put("extraStopMinutes", form.integer("extraStopMinutes", 0, 240, 0));
    kept.put("baseTour", text(form, "baseTour", 60));
    kept.put("priority", form.integer("priority", -1, 1, 0));
    kept.put("status", form.word("status", STATUSES).orElse(ACTIVE));
    kept.set("attributes", Json.mapper().valueToTree(form.texts("attributes", 50)));
    form.bounded("attributes", kept.get("attributes"));
    Optional<String> number = form.text("customerNumber", 30);
    Optional<String> note = form.text("note", 2000);
    form.check();
    return new Customers.Draft(
        name(kept, business).orElseThrow(),
        phone.flatMap(it -> international(it, country)),
        note.orElse(""),
        number,
        Tree.details(kept));
  }

  /** Where they live, if anybody has said so. */
  static Optional<Destination> destination(KnownRecipient recipient) {
    ObjectNode shown = writable(recipient);
    Optional<String> street = text(shown, "street");
    Optional<String> city = text(shown, "city");
    if (street.isEmpty() && city.isEmpty()) {
      return Optional.empty();
    }
    Address address =
        new Address(
            text(shown, "company"),
            text(shown, "houseNumber"),
            street,
            Optional.empty(),
            city,
            Optional.empty(),
            Optional.empty(),
            text(shown, "zip"),
            text(shown, "country"));
    String line =
        Stream.of(
                joined(street, text(shown, "houseNumber")),
                joined(text(shown, "zip"), city),
                text(shown, "country"))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    Optional<Location> location =
        shown.path("latitude").isNumber()
            ? Optional.of(
                new Location(
                    shown.path("latitude").doubleValue(), shown.path("longitude").doubleValue()))
            : Optional.empty();
    return Optional.of(new Destination(line, location, Optional.of(address), "", Optional.empty()));
  }

  private static Optional<String> joined(Optional<String> one, Optional<String> other) {
    return Optional.of(
            Stream.of(one, other).flatMap(Optional::stream).collect(Collectors.joining(" ")))
        .filter(text -> !text.isEmpty());
  }

  /** What all dialects call them. */
  private static Optional<String> name(ObjectNode account, boolean business) {
    return business
        ? text(account, "company")
        : joined(text(account, "firstName"), text(account, "lastName"));
  }

  private static String first(PersonName parts) {
    return parts.first() + parts.middle().map(middle -> " " + middle).orElse("");
  }

  private static Optional<String> international(String phone, String country) {
    try {
      PhoneNumber number = PHONES.parse(phone, country);
      return PHONES.isValidNumber(number)
          ? Optional.of(PHONES.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(ObjectNode object, String member) {
    return Optional.ofNullable(object.get(member))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue);
  }

  private static @Nullable String text(Form form, String name, int most) {
    return form.text(name, most).orElse(null);
  }
}
