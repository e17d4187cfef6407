package interline.fleetio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The spellings of the header {@code Authorization}: fleetio §1. */
class AccountAccessTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Token k-1=",
        "Token token=\"k-1=\"",
        "Token token=k-1=",
        "token  token = k-1= ",
        "TOKEN \"k-1=\""
      })
  void areAllUnderstood(String authorization) {
    assertThat(AccountAccess.secret(authorization)).contains("k-1=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Token",
        "Token ",
        "Token token=",
        "Token token=\"\"",
        "Token token=\"k",
        "Token a b",
        "Tokenk",
        "Bearer k",
        "Basic azo=",
        "k"
      })
  void areNoOthers(String authorization) {
    assertThat(AccountAccess.secret(authorization)).isEmpty();
  }
}
