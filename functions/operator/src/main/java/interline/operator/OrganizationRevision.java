package interline.operator;

import interline.gateway.Fields;
import java.util.Optional;

/** What is to change about an organization; what is absent stays. */
record OrganizationRevision(Optional<String> name, Optional<Boolean> enabled) {

  static OrganizationRevision read(Fields body) {
    return new OrganizationRevision(body.text("name"), body.flag("enabled"));
  }
}
