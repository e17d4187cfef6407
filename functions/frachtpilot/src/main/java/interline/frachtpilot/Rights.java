package interline.frachtpilot;

import interline.fleet.SignIn;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What somebody may do, resource by resource, from their roles and the rights beyond. */
record Rights(Map<Resource, Level> levels) {

  static final String OWNER = "owner";
  static final String ADMIN = "admin";
  static final String DRIVER = "driver";

  /** Roles that can be given; the owner's comes with being it. */
  static final List<String> ROLES =
      List.of(ADMIN, "office", "dispatcher", "picker", DRIVER, "readonly");

  private static final String READ = ".read";
  private static final String WRITE = ".write";

  /** How much somebody may do with a resource; each includes what is before it. */
  enum Level {
    NONE,
    /** What belongs to tours that they drive. */
    OWN,
    READ,
    WRITE
  }

  /** Names of rights that can be given. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Resource resource : Resource.values()) {
      names.add(resource.word() + READ);
      names.add(resource.word() + WRITE);
    }
    return names;
  }

  static Rights of(SignIn signIn) {
    return signIn.owner() ? of(List.of(OWNER), List.of()) : of(signIn.roles(), signIn.rights());
  }

  static Rights of(List<String> roles, List<String> rights) {
    Map<Resource, Level> levels = new EnumMap<>(Resource.class);
    for (Resource resource : Resource.values()) {
      Level most = Level.NONE;
      for (String role : roles) {
        most = higher(most, of(role, resource));
      }
      if (rights.contains(resource.word() + READ)) {
        most = higher(most, Level.READ);
      }
      if (rights.contains(resource.word() + WRITE)) {
        most = Level.WRITE;
      }
      levels.put(resource, most);
    }
    return new Rights(levels);
  }

  private static Level of(String role, Resource resource) {
    boolean users = resource == Resource.USERS;
    return switch (role) {
      case OWNER, ADMIN -> Level.WRITE;
      case "office" -> users ? Level.READ : Level.WRITE;
      case "dispatcher" ->
          resource == Resource.ORDERS || resource == Resource.TOURS ? Level.WRITE : Level.READ;
      case "picker", "readonly" -> users ? Level.NONE : Level.READ;
      case DRIVER -> users ? Level.NONE : Level.OWN;
      default -> Level.NONE;
    };
  }

  Level on(Resource resource) {
    return levels.getOrDefault(resource, Level.NONE);
  }

  boolean reach(Resource resource, Level wanted) {
    return on(resource).compareTo(wanted) >= 0;
  }

  /** Whether nothing in the other is beyond this. */
  boolean cover(Rights other) {
    return other.levels().entrySet().stream().allMatch(it -> reach(it.getKey(), it.getValue()));
  }

  /** What either has. */
  Rights or(Rights other) {
    Map<Resource, Level> all = new EnumMap<>(levels);
    other.levels().forEach((resource, level) -> all.merge(resource, level, Rights::higher));
    return new Rights(all);
  }

  /** All of them by name; a right that is only for one's own tours has none. */
  List<String> effective() {
    List<String> names = new ArrayList<>();
    levels.forEach(
        (resource, level) -> {
          if (level.compareTo(Level.READ) >= 0) {
            names.add(resource.word() + READ);
          }
          if (level == Level.WRITE) {
            names.add(resource.word() + WRITE);
          }
        });
    return names;
  }

  private static Level higher(Level one, Level other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
