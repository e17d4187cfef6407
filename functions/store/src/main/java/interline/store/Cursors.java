package interline.store;

import interline.fleet.Failure;
import interline.fleet.Field;
import interline.fleet.Rule;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where a page ended, under seal: clients can neither read it nor make one up, and one listing's
 * cursor opens no other.
 */
final class Cursors {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final String SECRET = "cursor";

  private final Secrets secrets;
  private final SecureRandom random = new SecureRandom();

  Cursors(Secrets secrets) {
    this.secrets = secrets;
  }

  String seal(String scope, Map<String, AttributeValue> last) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(last)
        .forEach(
            (name, value) ->
                text.append(name).append('\n').append(encoded(value.s())).append('\n'));
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed =
        crypt(Cipher.ENCRYPT_MODE, nonce, scope, text.toString().getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
  }

  Map<String, AttributeValue> open(String scope, String cursor) {
    byte[] text;
    try {
      byte[] all = Base64.getUrlDecoder().decode(cursor);
      if (all.length <= NONCE) {
        throw forged();
      }
      byte[] nonce = Arrays.copyOf(all, NONCE);
      text = crypt(Cipher.DECRYPT_MODE, nonce, scope, Arrays.copyOfRange(all, NONCE, all.length));
    } catch (IllegalArgumentException _) {
      throw forged();
    }
    Map<String, AttributeValue> last = new LinkedHashMap<>();
    List<String> lines = List.of(new String(text, StandardCharsets.UTF_8).split("\n"));
    for (int i = 0; i + 1 < lines.size(); i += 2) {
      last.put(
          lines.get(i), Item.text(URLDecoder.decode(lines.get(i + 1), StandardCharsets.UTF_8)));
    }
    return last;
  }

  /** A key may have a line's end in it, where people can name things. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private byte[] crypt(int mode, byte[] nonce, String scope, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(scope.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      if (mode == Cipher.DECRYPT_MODE) {
        throw forged();
      }
      throw new IllegalStateException("Every Java platform has " + CIPHER, e);
    }
  }

  private static Failure forged() {
    return Failure.invalid(Field.CURSOR, new Rule.Genuine());
  }

  private SecretKey key() {
    return new SecretKeySpec(secrets.get(SECRET), "AES");
  }
}
