package interline.fleet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.OptionalLong;

/**
 * Identifiers that look like nothing and say everything: each is a reversible form of
 * (organization, kind, number), so that a record is found by its identifier without another
 * look-up.
 *
 * <p>The long form has 24 characters of {@code A-Z a-z 0-9 * ~}: eight bytes of a digest over
 * organization, kind and number, then the kind and the number under a mask that follows from those
 * eight. An identifier of another organization or kind does not match its digest and is refused. It
 * hides nothing from somebody who reads this; it only keeps clients from counting.
 */
public final class Identity {

  private static final int TAG = 8;
  private static final int LENGTH = 18;
  private static final int ORGANIZATION_TAG = 4;
  private static final int ROUNDS = 4;

  private final OrganizationId organization;

  public Identity(OrganizationId organization) {
    this.organization = organization;
  }

  /** The 24 characters that name a record of this organization. */
  public String encode(Kind<?> kind, long number) {
    byte[] tag = tag(kind, number);
    byte[] body = ByteBuffer.allocate(LENGTH - TAG).put(kind.code()).putLong(number).array();
    mask(body, tag);
    byte[] all = ByteBuffer.allocate(LENGTH).put(tag).put(body).array();
    return Base64.getEncoder().encodeToString(all).replace('+', '*').replace('/', '~');
  }

  /** The number that was encoded; empty if this names no record of this kind and organization. */
  public OptionalLong decode(Kind<?> kind, String identifier) {
    if (identifier.length() != 24 || !identifier.matches("[A-Za-z0-9*~]{24}")) {
      return OptionalLong.empty();
    }
    byte[] all = Base64.getDecoder().decode(identifier.replace('*', '+').replace('~', '/'));
    ByteBuffer buffer = ByteBuffer.wrap(all);
    byte[] tag = new byte[TAG];
    byte[] body = new byte[LENGTH - TAG];
    buffer.get(tag).get(body);
    mask(body, tag);
    long number = ByteBuffer.wrap(body, 1, Long.BYTES).getLong();
    return encode(kind, number).equals(identifier) ? OptionalLong.of(number) : OptionalLong.empty();
  }

  /**
   * The organization's own identifier: 24 hex digits, for clients that know no other letters there.
   */
  public String ofOrganization() {
    byte[] tag = organizationTag(organization.number());
    byte[] body = ByteBuffer.allocate(Long.BYTES).putLong(organization.number()).array();
    mask(body, tag);
    return HexFormat.of().formatHex(tag) + HexFormat.of().formatHex(body);
  }

  /** The organization that an identifier names, if it names one. */
  public static OptionalLong organization(String identifier) {
    if (!identifier.matches("[0-9a-f]{24}")) {
      return OptionalLong.empty();
    }
    byte[] tag = HexFormat.of().parseHex(identifier, 0, 2 * ORGANIZATION_TAG);
    byte[] body = HexFormat.of().parseHex(identifier, 2 * ORGANIZATION_TAG, identifier.length());
    mask(body, tag);
    long number = ByteBuffer.wrap(body).getLong();
    return number >= 0
            && new Identity(new OrganizationId(number)).ofOrganization().equals(identifier)
        ? OptionalLong.of(number)
        : OptionalLong.empty();
  }

  /**
   * The eight hex digits that name a record among those of its kind: a permutation of the numbers
   * below 2^32, another one for each organization and kind. It has no room for a check: every short
   * identifier names some number, which nearly always belongs to no record.
   */
  public String shorten(Kind<?> kind, long number) {
    if (number < 0 || number >= 1L << 32) {
      throw new IllegalArgumentException("Too large for a short identifier: " + number);
    }
    int left = (int) (number >>> 16);
    int right = (int) (number & 0xffff);
    for (int round = 0; round < ROUNDS; round++) {
      int next = left ^ scramble(kind, round, right);
      left = right;
      right = next;
    }
    return HexFormat.of().toHexDigits((long) left << 16 | right, 8);
  }

  /** The number that was shortened; empty if this is no short identifier. */
  public OptionalLong lengthen(Kind<?> kind, String identifier) {
    if (!identifier.matches("[0-9a-f]{8}")) {
      return OptionalLong.empty();
    }
    long value = HexFormat.fromHexDigitsToLong(identifier);
    int left = (int) (value >>> 16);
    int right = (int) (value & 0xffff);
    for (int round = ROUNDS - 1; round >= 0; round--) {
      int before = right ^ scramble(kind, round, left);
      right = left;
      left = before;
    }
    return OptionalLong.of((long) left << 16 | right);
  }

  private int scramble(Kind<?> kind, int round, int half) {
    byte[] digest = digest("short " + organization + " " + kind.code() + " " + round + " " + half);
    return ByteBuffer.wrap(digest).getShort() & 0xffff;
  }

  private byte[] tag(Kind<?> kind, long number) {
    return Arrays.copyOf(digest("id " + organization + " " + kind.code() + " " + number), TAG);
  }

  private static byte[] organizationTag(long number) {
    return Arrays.copyOf(digest("organization " + number), ORGANIZATION_TAG);
  }

  private static void mask(byte[] body, byte[] tag) {
    byte[] mask = digest("mask " + HexFormat.of().formatHex(tag));
    for (int i = 0; i < body.length; i++) {
      body[i] ^= mask[i];
    }
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
