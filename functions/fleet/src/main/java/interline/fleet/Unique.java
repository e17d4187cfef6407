package interline.fleet;

import java.util.Locale;

/** A value that at most one record of an organization may have, compared without regard to case. */
public record Unique(Field field, String value) {

  /** Stands before a letter that is not the same as the small one. */
  private static final char CAPITAL = '^';

  public Unique {
    value = value.strip().toLowerCase(Locale.ROOT);
  }

  public static Unique vehicleName(String name) {
    return new Unique(Field.NAME, name);
  }

  /** The code of a rule of faults, which is not the same in other letters. */
  public static Unique faultCode(String code) {
    StringBuilder exact = new StringBuilder();
    code.codePoints()
        .forEach(
            letter -> {
              if (letter == CAPITAL || Character.isUpperCase(letter)) {
                exact.append(CAPITAL);
              }
              exact.appendCodePoint(letter);
            });
    return new Unique(Field.CODE, exact.toString());
  }

  /** A value by which a sender makes sure that a record is not made twice. */
  public static Unique idempotencyKey(String key) {
    return new Unique(Field.IDEMPOTENCY_KEY, key);
  }

  /** A telephone number in its international form. */
  public static Unique phone(String phone) {
    return new Unique(Field.PHONE, phone);
  }

  /** What an organization knows a customer by. */
  public static Unique customerNumber(String number) {
    return new Unique(Field.CUSTOMER_NUMBER, number);
  }

  public static Unique employeeNumber(String number) {
    return new Unique(Field.EMPLOYEE_NUMBER, number);
  }

  public static Unique teamName(String name) {
    return new Unique(Field.NAME, name);
  }

  public static Unique email(String email) {
    return new Unique(Field.EMAIL, email);
  }

  /** One record of an organization is the owner of its account. */
  static Unique accountOwner() {
    return new Unique(Field.ACCOUNT_OWNER, "");
  }

  /** One of so many places among the webhooks of a trigger. */
  static Unique triggerPlace(int trigger, int place) {
    return new Unique(Field.TRIGGER, trigger + "/" + place);
  }

  public static Unique vin(String vin) {
    return new Unique(Field.VIN, vin);
  }

  /** Being the one entry of a catalogue that is meant when nothing is said. */
  static Unique preferred() {
    return new Unique(Field.CODE, "preferred");
  }

  /** The name of an entry of a catalogue. */
  public static Unique entryName(String name) {
    return new Unique(Field.NAME, name);
  }

  /**
   * The name of a group among those beside it.
   *
   * @param parent the number of the group above; 0 for none
   */
  public static Unique groupName(long parent, String name) {
    return new Unique(Field.GROUP, parent + "/" + name.strip());
  }

  /** What another system calls a record. */
  public static Unique externalId(String system, String id) {
    return new Unique(Field.EXTERNAL_ID, system + ":" + id);
  }
}
