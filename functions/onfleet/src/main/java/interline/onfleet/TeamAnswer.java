package interline.onfleet;

import interline.fleet.Kind;
import interline.fleet.Member;
import interline.fleet.Team;
import java.util.List;
import java.util.Optional;

/** A team, as Onfleet shows it. */
record TeamAnswer(
    String id,
    long timeCreated,
    long timeLastModified,
    String name,
    List<String> workers,
    List<String> managers,
    Optional<String> hub,
    List<String> tasks,
    boolean enableSelfAssignment,
    List<MetadataAnswer> metadata) {

  static TeamAnswer of(Team team, List<Member> tasks, Ids ids) {
    return new TeamAnswer(
        ids.of(Kind.TEAM, team.number()),
        Times.created(team.stamp()),
        Times.changed(team.stamp()),
        team.name(),
        team.workers().stream().map(it -> ids.of(Kind.WORKER, it)).toList(),
        team.managers().stream().map(it -> ids.of(Kind.ADMINISTRATOR, it)).toList(),
        team.hub().map(it -> ids.of(Kind.HUB, it)),
        tasks.stream().map(it -> ids.of(Kind.TASK, it.task())).toList(),
        team.selfAssignment(),
        MetadataAnswer.of(team.metadata()));
  }
}
