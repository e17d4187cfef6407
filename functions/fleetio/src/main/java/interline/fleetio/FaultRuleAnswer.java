package interline.fleetio;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import interline.fleet.FaultRule;
import interline.fleet.OrganizationId;
import java.util.Optional;

/**
 * A fault rule as Fleetio prints it.
 *
 * @param priorityHandling null: it can only be set in Fleetio's own web pages
 */
@JsonNaming(SnakeCaseStrategy.class)
record FaultRuleAnswer(
    long id,
    String createdAt,
    String updatedAt,
    long accountId,
    String code,
    Optional<String> name,
    Optional<String> description,
    Optional<String> priorityHandling) {

  static FaultRuleAnswer of(FaultRule rule, OrganizationId account, Times times) {
    return new FaultRuleAnswer(
        rule.number(),
        times.at(rule.stamp().created()),
        times.at(rule.stamp().changed()),
        account.number(),
        rule.code(),
        rule.name(),
        rule.description(),
        Optional.empty());
  }
}
