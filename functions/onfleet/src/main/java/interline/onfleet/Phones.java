package interline.onfleet;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import interline.fleet.Organization;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Phone numbers as Onfleet keeps them: E.164. One without a plus is a number of the organization's
 * country.
 */
final class Phones {

  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

  private static final Pattern PLAIN = Pattern.compile("\\+[0-9]{1,20}");

  private Phones() {}

  /**
   * The number that is meant.
   *
   * @throws Refusal if nobody can have it
   */
  static String normal(String said, Organization organization) {
    return find(said, organization).orElseThrow(Phones::bad);
  }

  /** The number that is meant, if anybody can have it. */
  static Optional<String> find(String said, Organization organization) {
    try {
      PhoneNumber number = LIBRARY.parse(said, organization.profile().country());
      return LIBRARY.isValidNumber(number)
          ? Optional.of(LIBRARY.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException _) {
      return Optional.empty();
    }
  }

  /**
   * A number as it is given, whoever has it: it only has to look like E.164.
   *
   * @throws Refusal if it does not
   */
  static String unchecked(String said) {
    if (!PLAIN.matcher(said).matches()) {
      throw bad();
    }
    return said;
  }

  private static Refusal bad() {
    return Refusal.content("The phone number format is invalid.");
  }
}
