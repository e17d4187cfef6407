package interline.frachtpilot;

import java.util.Locale;

/** What rights are about. */
enum Resource {
  ACCOUNTS("Account"),
  ORDERS("Order"),
  TOURS("Tour"),
  USERS("User");

  private final String type;

  Resource(String type) {
    this.type = type;
  }

  /** The name of its objects in linked data. */
  String type() {
    return type;
  }

  /** The name in paths and rights. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The path of an object, by which others refer to it. */
  String path(long id) {
    return "/api_v2/" + word() + "/" + id;
  }
}
