package interline.fleetio;

import java.util.List;
import java.util.stream.Stream;

/**
 * The events that Fleetio's webhooks can be told of, by the names of their flags. All of them can
 * be subscribed to, so that a webhook of Fleetio's can be copied as it is; those about things that
 * are not kept here never happen.
 */
final class WebhookTopics {

  static final List<String> ALL =
      Stream.of(
              of("contact", "created updated deleted archived merged assigned comment_added"),
              of("equipment", "created updated deleted comment_added"),
              of("expense_entry", "created updated deleted comment_added"),
              of("fault", "created resolved"),
              of("fuel_entry", "created updated deleted comment_added"),
              of("import", "completed"),
              of("issue", "created updated deleted closed resolved comment_added"),
              of("location_entry", "created updated deleted"),
              of("meter_entry", "created updated deleted"),
              of("part", "created updated deleted comment_added"),
              of("place", "created updated deleted visited"),
              of(
                  "purchase_order",
                  "created updated deleted approved closed comment_added pending_approval purchased"
                      + " received"),
              of("service_entry", "created updated deleted comment_added"),
              of("submitted_inspection_form", "created deleted"),
              of(
                  "vehicle",
                  "created updated deleted archived assigned status_changed group_changed"
                      + " comment_added"),
              of("work_order", "created updated deleted status_changed comment_added"))
          .flatMap(names -> names)
          .toList();

  private WebhookTopics() {}

  private static Stream<String> of(String subject, String verbs) {
    return Stream.of(verbs.split(" ", -1)).map(verb -> subject + "_" + verb);
  }
}
