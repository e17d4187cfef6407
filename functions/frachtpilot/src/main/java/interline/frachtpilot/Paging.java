package interline.frachtpilot;

import interline.gateway.Call;
import interline.gateway.Expected;
import interline.gateway.Malformed;

/** Which page a client wants. */
record Paging(int page, int size) {

  private static final int USUAL = 30;
  private static final int MOST = 100;

  static Paging of(Call call) {
    return new Paging(
        read(call, "page", 1, Integer.MAX_VALUE), read(call, "itemsPerPage", USUAL, MOST));
  }

  /** How many objects are on the pages before. */
  long before() {
    return (page - 1L) * size;
  }

  private static int read(Call call, String name, int usual, int most) {
    String text = call.request().query(name).orElseGet(() -> Integer.toString(usual));
    try {
      int value = Integer.parseInt(text);
      if (value >= 1 && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, like a page that there cannot be.
    }
    throw new Malformed.BadField(name, Expected.Form.INTEGER);
  }
}
