package interline.fleetio;

import interline.fleet.Group;
import interline.fleet.Groups;
import interline.fleet.Said;
import interline.fleet.UseCase;
import java.util.Map;
import java.util.Optional;

/** Rows about groups, and bodies of requests about them: both say the same. */
final class GroupRows {

  private static final String BY = "identifier_field_name";
  private static final String VALUE = "identifier_field_value";

  private GroupRows() {}

  static UseCase<Long> update(Attributes row) {
    Optional<String> _ = row.required(BY, row.word(Map.of("id", "id"), BY));
    Optional<Long> number = row.required(VALUE, row.id(VALUE));
    UseCase<Group> asked = revise(number.orElse(0L), row);
    return Unreadable.unless(row.errors(), fleet -> asked.decide(fleet).map(Group::number));
  }

  static UseCase<Group> create(Attributes said) {
    Said<String> name = said.text("name");
    Said<Long> parent = parent(said);
    return Unreadable.unless(said.errors(), Groups.create(name, parent));
  }

  static UseCase<Group> revise(long number, Attributes said) {
    Said<String> name = said.text("name");
    Said<Long> parent = parent(said);
    return Unreadable.unless(said.errors(), Groups.revise(number, name, parent));
  }

  private static Said<Long> parent(Attributes said) {
    Said<Long> parent = said.parent("parent");
    return parent instanceof Said.Nothing<Long> && !said.errors().speakOf("parent")
        ? said.parent("parent_group")
        : parent;
  }
}
