package interline.fleet;

/**
 * The number of an organization, the owner of every record. Number 0 is the operator of the
 * deployment, whose records are the organizations and their keys.
 */
public record OrganizationId(long number) {

  public static final OrganizationId OPERATOR = new OrganizationId(0);

  public OrganizationId {
    if (number < 0) {
      throw new IllegalArgumentException("An organization's number is not negative: " + number);
    }
  }

  @Override
  public String toString() {
    return Long.toString(number);
  }
}
