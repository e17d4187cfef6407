package interline.onfleet;

import interline.fleet.KnownRecipient;
import interline.gateway.Call;
import interline.gateway.Expected;
import interline.gateway.Fields;
import java.util.Optional;

/** A recipient as Onfleet's clients describe one, by itself or within a task. */
final class RecipientBody {

  private static final String SKIP_VALIDATION = "skipPhoneNumberValidation";

  private RecipientBody() {}

  static KnownRecipient.Draft created(Call call, Fields body) {
    return new KnownRecipient.Draft(
        said(body, "name").orElseThrow(() -> body.bad("name", Expected.Form.PRESENT)),
        phone(call, body),
        body.text("notes"),
        body.flag("skipSMSNotifications"),
        MetadataBody.created(body));
  }

  /** What is to be different; a phone never is, so what is said of it is not heard. */
  static KnownRecipient.Revision revised(Fields body) {
    return new KnownRecipient.Revision(
        said(body, "name"),
        body.text("notes"),
        body.flag("skipSMSNotifications"),
        MetadataBody.revised(body));
  }

  private static String phone(Call call, Fields body) {
    String phone = said(body, "phone").orElseThrow(() -> body.bad("phone", Expected.Form.PRESENT));
    return body.flag(SKIP_VALIDATION).orElse(false)
        ? Phones.unchecked(phone)
        : Phones.normal(phone, call.organization());
  }

  private static Optional<String> said(Fields body, String name) {
    return body.text(name).filter(text -> !text.isBlank());
  }
}
