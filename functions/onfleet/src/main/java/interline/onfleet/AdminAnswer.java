package interline.onfleet;

import com.fasterxml.jackson.annotation.JsonInclude;
import interline.fleet.Administrator;
import interline.fleet.Kind;
import interline.gateway.Call;
import java.util.List;
import java.util.Optional;

/**
 * An administrator as Onfleet shows one.
 *
 * @param phone not there at all if there is none
 */
record AdminAnswer(
    String id,
    long timeCreated,
    long timeLastModified,
    String organization,
    String email,
    String type,
    String name,
    boolean isActive,
    boolean isReadOnly,
    boolean isAccountOwner,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> phone,
    List<String> teams,
    List<MetadataAnswer> metadata) {

  static AdminAnswer of(Call call, Administrator administrator) {
    Ids ids = Ids.of(call);
    return new AdminAnswer(
        ids.of(Kind.ADMINISTRATOR, administrator.number()),
        Times.created(administrator.stamp()),
        Times.changed(administrator.stamp()),
        ids.ofOrganization(),
        administrator.email(),
        AdminBody.word(administrator.type()),
        administrator.name(),
        administrator.active(),
        administrator.readOnly(),
        administrator.accountOwner(),
        administrator.phone(),
        administrator.teams().stream().map(team -> ids.of(Kind.TEAM, team)).toList(),
        MetadataAnswer.of(administrator.metadata()));
  }
}
