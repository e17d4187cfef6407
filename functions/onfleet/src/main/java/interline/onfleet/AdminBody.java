package interline.onfleet;

import interline.fleet.Administrator;
import interline.fleet.Said;
import interline.gateway.Call;
import interline.gateway.Fields;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What clients say of an administrator; a null says nothing, but that there is no phone. */
final class AdminBody {

  private static final Map<String, Administrator.Type> TYPES =
      Map.of("super", Administrator.Type.SUPER, "standard", Administrator.Type.STANDARD);

  private AdminBody() {}

  static Administrator.Revision read(Call call, Fields body) {
    return new Administrator.Revision(
        given(body.text("name")),
        given(body.text("email")),
        phone(call, body),
        given(body.word("type", TYPES)),
        given(body.flag("isReadOnly")),
        MetadataBody.revised(body));
  }

  static String word(Administrator.Type type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  private static Said<String> phone(Call call, Fields body) {
    Said<String> said = body.said("phone", Fields::text);
    return said.given()
        .<Said<String>>map(
            text ->
                text.isBlank()
                    ? new Said.None<>()
                    : new Said.Given<>(Phones.normal(text, call.organization())))
        .orElse(said);
  }

  private static <T> Said<T> given(Optional<T> value) {
    return value.<Said<T>>map(Said.Given::new).orElseGet(Said.Nothing::new);
  }
}
