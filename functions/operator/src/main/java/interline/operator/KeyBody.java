package interline.operator;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import interline.fleet.ApiKey;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A key, as the operator sees it ever after.
 *
 * @param id the hash of its secret
 */
@JsonNaming(SnakeCaseStrategy.class)
record KeyBody(
    String id,
    String dialect,
    String label,
    Optional<String> email,
    String createdAt,
    Optional<String> revokedAt) {

  static KeyBody of(ApiKey key) {
    return new KeyBody(
        key.hash(),
        key.dialect().name().toLowerCase(Locale.ROOT),
        key.label(),
        key.email(),
        key.stamp().created().toString(),
        key.revoked().map(Instant::toString));
  }
}
