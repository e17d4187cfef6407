package interline.operator;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import interline.fleet.ApiKey;

/**
 * A key, as the operator sees it once.
 *
 * @param secret what its user sends; kept nowhere
 */
record IssuedKeyBody(@JsonUnwrapped KeyBody key, String secret) {

  static IssuedKeyBody of(ApiKey key, String secret) {
    return new IssuedKeyBody(KeyBody.of(key), secret);
  }

  @Override
  public String toString() {
    return key.toString();
  }
}
