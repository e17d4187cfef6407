package interline.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import interline.fleet.ApiKey;
import interline.fleet.OrganizationId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A key, as the operator sees it ever after.
 *
 * @param id the hash of its secret
 * @param userId the number of its user, as the dialect shows it
 * @param apiVersion the edition of the dialect that it is locked to, if there are several
 * @param accounts the organizations whose fleets it opens instead of its own, if it is a partner's
 */
@JsonNaming(SnakeCaseStrategy.class)
record KeyBody(
    String id,
    String dialect,
    String label,
    long userId,
    Optional<String> email,
    String timeZone,
    Optional<String> apiVersion,
    String createdAt,
    Optional<String> revokedAt,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Long> accounts) {

  static KeyBody of(ApiKey key) {
    return new KeyBody(
        key.hash(),
        key.dialect().name().toLowerCase(Locale.ROOT),
        key.label(),
        key.user().number(),
        key.user().email(),
        key.user().zone().equals(ZoneOffset.UTC) ? "UTC" : key.user().zone().getId(),
        key.user().edition().map(LocalDate::toString),
        key.stamp().created().toString(),
        key.revoked().map(Instant::toString),
        key.accounts().stream().map(OrganizationId::number).toList());
  }
}
