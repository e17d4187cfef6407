package interline.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import interline.fleet.Webhooks.Reach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where webhooks may lead. */
class WebhooksTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example.com",
        "https://hooks.example.com:8443/a/b?c=d",
        "HTTPS://HOOKS.EXAMPLE.COM/",
        "https://8.8.8.8/x",
        "https://172.32.0.1",
        "https://100.128.0.1",
        "https://[2606:4700:4700::1111]/x",
        "https://xn--bcher-kva.example"
      })
  void publicAddressesAreCalled(String url) {
    assertThat(Webhooks.callable(url, Reach.PUBLIC)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "https:///x",
        "https://a b",
        "http://hooks.example.com",
        "file:///etc/passwd",
        "https://user@hooks.example.com",
        "https://hooks.example.com:0",
        "https://intranet",
        "https://localhost",
        "https://localhost.",
        "https://a.LOCALHOST",
        "https://router.lan",
        "https://x.internal",
        "https://0.0.0.0",
        "https://10.0.0.1",
        "https://127.1",
        "https://127.0.0.1.",
        "https://0x7f.0.0.1",
        "https://0177.0.0.1",
        "https://3232235777",
        "https://100.64.0.1",
        "https://169.254.169.254",
        "https://172.16.0.1",
        "https://172.31.255.255",
        "https://192.168.1.1",
        "https://198.18.0.1",
        "https://224.0.0.1",
        "https://255.255.255.255",
        "https://[::]",
        "https://[::1]",
        "https://[::ffff:127.0.0.1]",
        "https://[64:ff9b::a00:1]",
        "https://[fe80::1]",
        "https://[fd12::1]",
        "https://[ff02::1]",
        "https://[2002:a00:1::]",
        "https://[2001:db8::1]"
      })
  void noOthersAre(String url) {
    assertThat(Webhooks.callable(url, Reach.PUBLIC)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8080/x", "https://10.0.0.1", "http://[::1]:9000"})
  void onOnesOwnMachineAnythingIs(String url) {
    assertThat(Webhooks.callable(url, Reach.ANYWHERE)).isTrue();
    assertThat(Webhooks.callable(url, Reach.PUBLIC)).isFalse();
  }
}
