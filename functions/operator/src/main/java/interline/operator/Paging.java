package interline.operator;

import interline.fleet.Failure;
import interline.fleet.Field;
import interline.fleet.Page;
import interline.fleet.Rule;
import interline.gateway.Call;
import interline.gateway.Fields;

/** Which page of a list is asked for. */
final class Paging {

  private static final int USUAL = 50;
  private static final int MOST = 100;

  private Paging() {}

  static Page.Request of(Call call) {
    Fields query = call.request().queryFields();
    int limit = query.integer("limit").orElse(USUAL);
    if (limit < 1 || limit > MOST) {
      throw Failure.invalid(Field.LIMIT, new Rule.Between(1, MOST));
    }
    return new Page.Request(limit, query.text("cursor").filter(cursor -> !cursor.isEmpty()));
  }
}
