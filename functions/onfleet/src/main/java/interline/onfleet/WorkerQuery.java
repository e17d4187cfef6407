package interline.onfleet;

import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Organization;
import interline.fleet.Snapshot;
import interline.fleet.Worker;
import interline.gateway.Call;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which workers are asked for, of all there are. */
record WorkerQuery(
    Organization organization,
    Optional<Set<Long>> teams,
    Optional<Set<Integer>> states,
    Optional<Set<String>> phones) {

  private static final Set<String> STATES = Set.of("0", "1", "2");

  /**
   * Reads a query.
   *
   * @throws Refusal if there is no such state
   */
  static WorkerQuery of(Call call) {
    Query query = Query.of(call);
    Ids ids = Ids.of(call);
    Organization organization = call.organization();
    return new WorkerQuery(
        organization,
        said(query.list("teams"))
            .map(
                teams ->
                    teams.stream()
                        .flatMap(team -> ids.find(team, Kind.TEAM).stream())
                        .collect(Collectors.toSet())),
        said(query.list("states"))
            .map(states -> states.stream().map(WorkerQuery::state).collect(Collectors.toSet())),
        phones(query, organization));
  }

  List<Worker> read(Snapshot fleet) {
    return fleet.all(new Listing.Everything<>(Kind.WORKER)).stream()
        .filter(Worker::works)
        .filter(
            worker -> teams.filter(it -> worker.teams().stream().noneMatch(it::contains)).isEmpty())
        .filter(worker -> states.filter(it -> !it.contains(state(worker))).isEmpty())
        .filter(worker -> phones.filter(it -> !has(worker, it)).isEmpty())
        .toList();
  }

  private boolean has(Worker worker, Set<String> wanted) {
    return worker
        .phone()
        .filter(
            phone ->
                wanted.contains(phone)
                    || Phones.find(phone, organization).filter(wanted::contains).isPresent())
        .isPresent();
  }

  /** Numbers as they are kept; a blank does not part them. */
  private static Optional<Set<String>> phones(Query query, Organization organization) {
    return query
        .text("phones")
        .map(
            text -> {
              Set<String> phones = new HashSet<>();
              for (String part : text.split(",", -1)) {
                String said = part.strip();
                phones.add(said);
                Phones.find(said, organization).ifPresent(phones::add);
                // A plus in a query that is not escaped arrives as a blank.
                Phones.find("+" + said, organization).ifPresent(phones::add);
              }
              return phones;
            });
  }

  private static int state(Worker worker) {
    if (!worker.duty().working()) {
      return 0;
    }
    return worker.active().isPresent() ? 2 : 1;
  }

  private static int state(String word) {
    if (!STATES.contains(word)) {
      throw Refusal.content("states has to be of 0, 1 and 2.");
    }
    return Integer.parseInt(word);
  }

  private static Optional<List<String>> said(List<String> list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list);
  }
}
