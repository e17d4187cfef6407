package interline.frachtpilot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import interline.fleet.Failure;
import interline.fleet.PersonName;
import interline.fleet.SignIn;
import interline.fleet.Staff;
import interline.fleet.Stamp;
import interline.fleet.Worker;
import interline.gateway.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A user as FrachtPilot writes and reads one. */
final class User {

  private static final int LONGEST_NAME = 80;

  private User() {}

  static ObjectNode of(Staff.Member member) {
    Worker worker = member.worker();
    Optional<SignIn.Key> key = member.signIn().flatMap(SignIn::key);
    ObjectNode user = Writer.object().put("id", worker.number());
    user.setAll(writable(member));
    user.put("isOwner", member.owner())
        .put("hasApiKey", key.isPresent())
        .put("apiKeyCreatedAt", key.map(it -> Writer.instant(it.made())).orElse(null))
        .put("apiKeyLastUsedAt", key.flatMap(SignIn.Key::used).map(Writer::instant).orElse(null));
    Instant changed = worker.stamp().changed();
    return user.put("createdAt", Writer.instant(worker.stamp().created()))
        .put(
            "updatedAt",
            Writer.instant(
                member
                    .signIn()
                    .map(SignIn::stamp)
                    .map(Stamp::changed)
                    .filter(changed::isBefore)
                    .orElse(changed)));
  }

  /** The user who calls, whose rights are all that they have. */
  static ObjectNode me(Staff.Member member, Rights rights) {
    ObjectNode user = of(member);
    user.set("rights", Json.mapper().valueToTree(rights.effective()));
    return user;
  }

  private static ObjectNode writable(Staff.Member member) {
    PersonName name = member.worker().person().parts();
    ObjectNode user =
        Writer.object()
            .put("firstName", name.first())
            .put("lastName", name.last().orElse(""))
            .put("email", member.mail().orElse(null));
    user.set("roles", Json.mapper().valueToTree(roles(member)));
    user.set(
        "rights", Json.mapper().valueToTree(member.signIn().map(SignIn::rights).orElse(List.of())));
    return user.put("active", member.signIn().map(SignIn::active).orElse(true));
  }

  /** Their roles; whoever gets work is a driver, wherever that was said. */
  static List<String> roles(Staff.Member member) {
    if (member.owner()) {
      return List.of(Rights.OWNER);
    }
    List<String> roles = new ArrayList<>(member.signIn().map(SignIn::roles).orElse(List.of()));
    roles.remove(Rights.DRIVER);
    if (member.worker().works()) {
      roles.add(Rights.DRIVER);
    }
    return roles;
  }

  /**
   * A new user.
   *
   * @throws Violations if they cannot be so
   * @throws Failure.NotAllowed if they would have rights that who says so has not
   */
  static Staff.Draft draft(JsonNode body, Rights granting) {
    return read(Form.of(body), granting, Rights.ROLES);
  }

  /** A user in place of one that there is. */
  static Staff.Draft replaced(Staff.Member before, JsonNode body, Rights granting) {
    Rights standing =
        Rights.of(roles(before), before.signIn().map(SignIn::rights).orElse(List.of()));
    return before.owner()
        ? owner(before, body)
        : read(Form.of(body, writable(before)), granting.or(standing), Rights.ROLES);
  }

  /** A user after a patch. */
  static Staff.Draft patched(Staff.Member before, JsonNode patch, Rights granting) {
    return replaced(before, Form.merged(writable(before), patch), granting);
  }

  private static Staff.Draft read(Form form, Rights granting, List<String> known) {
    List<String> roles = form.words("roles", known);
    List<String> rights = form.words("rights", Rights.names());
    Staff.Draft draft =
        new Staff.Draft(
            form.required("firstName", LONGEST_NAME),
            form.required("lastName", LONGEST_NAME),
            form.mail("email"),
            roles.contains(Rights.DRIVER),
            roles,
            rights,
            form.flag("active", true));
    form.check();
    if (!granting.cover(Rights.of(roles, rights))) {
      throw new Failure.NotAllowed("Nobody grants what they have not");
    }
    return draft;
  }

  /** The owner's name and mail may change; roles stay, and giving others takes these. */
  private static Staff.Draft owner(Staff.Member before, JsonNode body) {
    Form form = Form.of(body, writable(before));
    List<String> known = new ArrayList<>(Rights.ROLES);
    known.add(Rights.OWNER);
    boolean stripped = form.has("roles") && !form.words("roles", known).contains(Rights.OWNER);
    Staff.Draft draft =
        new Staff.Draft(
            form.required("firstName", LONGEST_NAME),
            form.required("lastName", LONGEST_NAME),
            form.mail("email"),
            before.worker().works(),
            List.of(),
            List.of(),
            form.flag("active", true) && !stripped);
    form.check();
    return draft;
  }
}
