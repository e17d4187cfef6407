package interline.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TeamsTest {

  private final PlainFleet fleet = new PlainFleet();
  private int phones;

  @Test
  void whoBelongsToATeamSaysSoToo() {
    Team north = team("North");

    Worker grace = enlisted("Grace", north);

    assertThat(fleet.worker(grace.number()).teams()).containsExactly(north.number());
    assertThat(fleet.get(north.ref()).workers()).containsExactly(grace.number());
    assertThat(fleet.worker(grace.number()).duty()).isEqualTo(Duty.OFF_DUTY);
    assertThat(fleet.worker(grace.number()).capacity()).isEqualTo(10_000);
  }

  @Test
  void teamsTakeWorkersAndLeaveThem() {
    Team north = team("North");
    Team south = team("South");
    Worker grace = enlisted("Grace", north);
    Worker alan = enlisted("Alan", north);

    Team after = fleet.commit(Teams.revise(south.number(), members(alan.number(), grace.number())));
    fleet.commit(Teams.revise(north.number(), members(alan.number())));

    assertThat(after.workers()).containsExactly(alan.number(), grace.number());
    assertThat(fleet.worker(grace.number()).teams()).containsExactly(south.number());
    assertThat(fleet.worker(alan.number()).teams()).containsExactly(north.number(), south.number());
    assertThat(fleet.worker(grace.number()).stamp().changed()).isEqualTo(PlainFleet.START);
  }

  @Test
  void aTeamOfMoreThanOneTransactionHoldsIsMadeInSteps() {
    Team north = team("North");
    List<Long> all =
        IntStream.range(0, 95).mapToObj(it -> enlisted("W" + it, north).number()).toList();
    Team.Revision draft = revision(new Said.Given<>("South"), new Said.Given<>(all));

    Team south = fleet.commit(Teams.create(draft));
    int steps = 1;
    while (!draft.metBy(south)) {
      assertMembershipIsTwoWay();
      south = fleet.commit(Teams.revise(south.number(), draft));
      steps++;
    }

    assertThat(steps).isEqualTo(3);
    assertThat(south.workers()).isEqualTo(all);
    assertMembershipIsTwoWay();
  }

  @Test
  void teamNamesAreUniqueWhateverTheirCase() {
    team("North");
    Team south = team("South");

    assertThatThrownBy(() -> team("north")).isInstanceOf(Failure.NotUnique.class);
    assertThatThrownBy(
            () ->
                fleet.commit(
                    Teams.revise(
                        south.number(), revision(new Said.Given<>("NORTH"), new Said.Nothing<>()))))
        .isInstanceOf(Failure.NotUnique.class);
  }

  @Test
  void nobodyUnknownJoins() {
    Team north = team("North");

    assertThatThrownBy(() -> fleet.commit(Teams.revise(north.number(), members(404L))))
        .isInstanceOf(Failure.Invalid.class);
    assertThatThrownBy(() -> fleet.commit(Crews.enlist("+15035550199", crew("Ada", List.of(404L)))))
        .isInstanceOf(Failure.Invalid.class);
  }

  @Test
  void onlyATeamWithoutWorkersCanGo() {
    Team north = team("North");
    Worker grace = enlisted("Grace", north);

    assertThatThrownBy(() -> fleet.commit(Teams.remove(north.number())))
        .isInstanceOf(Failure.Conflict.class);
    fleet.commit(Workers.remove(grace.number()));
    assertThat(fleet.get(north.ref()).workers()).isEmpty();
    assertThat(fleet.commit(Teams.remove(north.number()))).isEqualTo(Teams.Removal.CLOSING);
    assertThatThrownBy(() -> Teams.open(fleet, north.number()))
        .isInstanceOf(Failure.NotFound.class);
    assertThat(fleet.commit(Teams.remove(north.number()))).isEqualTo(Teams.Removal.DONE);
    assertThat(fleet.claims()).isEmpty();
  }

  @Test
  void whoIsArchivedLeavesTheirTeamsTheirVehicleAndTheirNumber() {
    Team north = team("North");
    Worker grace = enlisted("Grace", north);
    String phone = grace.phone().orElseThrow();

    Worker archived = fleet.commit(Workers.archive(grace.number()));

    assertThat(archived.teams()).isEmpty();
    assertThat(archived.phone()).contains(phone);
    assertThat(fleet.get(north.ref()).workers()).isEmpty();
    assertThat(fleet.holder(Kind.WORKER, Unique.phone(phone))).isEmpty();
    assertThat(fleet.commit(Workers.restore(grace.number())).teams()).isEmpty();
  }

  @Test
  void whoIsInVeryManyTeamsLeavesThemInSteps() {
    List<Long> all = IntStream.range(0, 70).mapToObj(it -> team("T" + it).number()).toList();
    Crews.Revision draft = crew("Grace", all);
    Worker grace = fleet.commit(Crews.enlist("+15035550100", draft));
    while (!draft.metBy(grace)) {
      grace = fleet.commit(Crews.revise(grace.number(), draft));
    }
    assertMembershipIsTwoWay();

    boolean gone = false;
    while (!gone) {
      gone = fleet.commit(Workers.remove(grace.number()));
      assertMembershipIsTwoWay();
    }
  }

  @Test
  void whoManagesVeryManyTeamsLeavesThemInSteps() {
    Administrator mina = administrator("mina@example.org");
    List<Long> all =
        IntStream.range(0, 95)
            .mapToObj(
                it ->
                    fleet.commit(Teams.create(managed("T" + it, List.of(mina.number())))).number())
            .toList();

    int steps = 1;
    while (!fleet.commit(Administrators.remove(mina.number()))) {
      assertManagementIsTwoWay();
      steps++;
    }

    assertThat(steps).isEqualTo(3);
    assertThat(fleet.find(mina.ref())).isEmpty();
    assertThat(all)
        .allSatisfy(team -> assertThat(fleet.get(Kind.TEAM.number(team)).managers()).isEmpty());
  }

  @Test
  void aTeamOfVeryManyManagersGoesInSteps() {
    List<Long> managers =
        IntStream.range(0, 95)
            .mapToObj(it -> administrator("m" + it + "@example.org").number())
            .toList();
    Team.Revision draft = managed("North", managers);
    Team north = fleet.commit(Teams.create(draft));
    while (!draft.metBy(north)) {
      north = fleet.commit(Teams.revise(north.number(), draft));
    }

    Teams.Removal removal = Teams.Removal.CLOSING;
    int steps = 0;
    while (removal == Teams.Removal.CLOSING) {
      removal = fleet.commit(Teams.remove(north.number()));
      assertManagementIsTwoWay();
      steps++;
    }

    assertThat(removal).isEqualTo(Teams.Removal.DONE);
    assertThat(steps).isEqualTo(4);
    assertThat(fleet.find(north.ref())).isEmpty();
  }

  @Test
  void aTeamThatSomebodyJoinsWhileItGoesStaysAndTakesTasksAgain() {
    Team north = team("North");
    assertThat(fleet.commit(Teams.remove(north.number()))).isEqualTo(Teams.Removal.CLOSING);
    enlisted("Grace", north);

    assertThat(fleet.commit(Teams.remove(north.number()))).isEqualTo(Teams.Removal.REFUSED);
    assertThat(Teams.open(fleet, north.number()).closing()).isFalse();
  }

  @Test
  void aTeamWithTasksKeepsItsManagers() {
    List<Long> managers =
        IntStream.range(0, 35)
            .mapToObj(it -> administrator("m" + it + "@example.org").number())
            .toList();
    Team north = fleet.commit(Teams.create(managed("North", managers)));
    Task task = fleet.commit(Tasks.create(TaskBuilder.aTask().draft()));
    fleet.commit(
        Containers.put(
            new Containers.Wish(
                new Container.OfTeam(north.number()),
                List.of(task.number()),
                new Containers.At.End(),
                false)));

    assertThat(fleet.commit(Teams.remove(north.number()))).isEqualTo(Teams.Removal.CLOSING);
    assertThat(fleet.commit(Teams.remove(north.number()))).isEqualTo(Teams.Removal.REFUSED);
    assertThat(fleet.get(north.ref()).managers()).isEqualTo(managers);
  }

  @Test
  void nobodyJoinsWhereOneOfThoseToComeLaterIsNotThere() {
    Team north = team("North");
    List<Long> workers = new ArrayList<>();
    IntStream.range(0, 41).forEach(it -> workers.add(enlisted("W" + it, north).number()));
    workers.add(404L);
    List<Long> teams = new ArrayList<>();
    IntStream.range(0, 21).forEach(it -> teams.add(team("T" + it).number()));
    teams.add(404L);

    assertThatThrownBy(
            () ->
                fleet.commit(
                    Teams.create(revision(new Said.Given<>("South"), new Said.Given<>(workers)))))
        .isInstanceOf(Failure.Invalid.class);
    assertThatThrownBy(
            () ->
                fleet.commit(
                    Teams.revise(
                        teams.getFirst(),
                        revision(new Said.Nothing<>(), new Said.Given<>(workers)))))
        .isInstanceOf(Failure.Invalid.class);
    assertThatThrownBy(() -> fleet.commit(Crews.enlist("+15035550199", crew("Ada", teams))))
        .isInstanceOf(Failure.Invalid.class);
    assertThatThrownBy(() -> fleet.commit(Crews.revise(workers.getFirst(), crew("Grace", teams))))
        .isInstanceOf(Failure.Invalid.class);
  }

  @Test
  void aHubKnowsItsTeamsWhicheverOfThemSaysIt() {
    Team north = team("North");
    Team south = team("South");
    Hub depot = fleet.commit(Hubs.create(hub(List.of(north.number()))));
    fleet.commit(Teams.revise(south.number(), starting(new Said.Given<>(depot.number()))));

    assertThat(fleet.get(depot.ref()).claimed()).containsExactly(north.number(), south.number());
    fleet.commit(Teams.revise(north.number(), starting(new Said.None<>())));
    Hub.Revision none = new Hub.Revision(Optional.of("Yard"), Optional.empty(), Optional.empty());
    assertThat(fleet.commit(Hubs.revise(depot.number(), none)).claimed())
        .containsExactly(south.number());

    assertThat(fleet.commit(Hubs.revise(depot.number(), Hub.Revision.of(List.of()))).claimed())
        .isEmpty();
    assertThat(fleet.get(south.ref()).hub()).isEmpty();
  }

  @Test
  void aHubOfVeryManyTeamsIsMadeInStepsIfAllAreThere() {
    List<Long> all = new ArrayList<>();
    IntStream.range(0, 95).forEach(it -> all.add(team("T" + it).number()));
    Hub.Revision wanted = Hub.Revision.of(all);

    Hub depot = fleet.commit(Hubs.create(hub(all)));
    int steps = 1;
    while (!wanted.metBy(depot)) {
      depot = fleet.commit(Hubs.revise(depot.number(), wanted));
      steps++;
    }

    assertThat(steps).isEqualTo(3);
    assertThat(depot.claimed()).isEqualTo(all);
    for (long team : all) {
      assertThat(fleet.get(Kind.TEAM.number(team)).hub()).contains(depot.number());
    }
    all.add(404L);
    assertThatThrownBy(() -> fleet.commit(Hubs.create(hub(all))))
        .isInstanceOf(Failure.Invalid.class);
  }

  @Test
  void aPhoneIsOnlyOnesUntilItIsNot() {
    Team north = team("North");
    Worker grace = enlisted("Grace", north);
    String phone = grace.phone().orElseThrow();

    assertThatThrownBy(
            () -> fleet.commit(Crews.enlist(phone, crew("Ada", List.of(north.number())))))
        .isInstanceOf(Failure.NotUnique.class);
  }

  @Test
  void theFirstRideIsAVehicleOfTheFleetAndLaterOnesAreTheSame() {
    Team north = team("North");
    Worker grace = enlisted("Grace", north);

    Worker riding = fleet.commit(Crews.revise(grace.number(), ride("Bike")));
    Worker.Driven first = riding.vehicle().orElseThrow();
    Worker again = fleet.commit(Crews.revise(grace.number(), ride("Other")));

    assertThat(again.vehicle()).contains(first);
    assertThat(fleet.get(Kind.VEHICLE.number(first.vehicle())).name()).isEqualTo("Bike");
    assertThat(fleet.driven(grace.number(), fleet.now())).hasSize(1);

    fleet.pass(Duration.ofHours(1));
    Worker onFoot = fleet.commit(Crews.revise(grace.number(), ride(new Said.None<>())));
    assertThat(onFoot.vehicle()).isEmpty();
    assertThat(fleet.driven(grace.number(), fleet.now())).isEmpty();

    Worker second = fleet.commit(Crews.revise(grace.number(), ride("bike")));
    long other = second.vehicle().orElseThrow().vehicle();
    assertThat(fleet.get(Kind.VEHICLE.number(other)).name()).isEqualTo("bike (2)");
  }

  @Test
  void aWorkerShowsWhatAnAssignmentGivesAndTakes() {
    Team north = team("North");
    Worker grace = enlisted("Grace", north);
    Worker riding = fleet.commit(Crews.revise(grace.number(), ride("Bike")));
    Worker.Driven driven = riding.vehicle().orElseThrow();

    fleet.pass(Duration.ofMinutes(5));
    fleet.commit(VehicleAssignments.end(driven.assignment()));
    assertThat(fleet.worker(grace.number()).vehicle()).isEmpty();

    fleet.pass(Duration.ofMinutes(5));
    VehicleAssignment next =
        fleet.commit(
            VehicleAssignments.create(handing(driven.vehicle(), grace.number(), fleet.now())));
    assertThat(fleet.worker(grace.number()).vehicle(fleet.now()).orElseThrow().assignment())
        .isEqualTo(next.number());

    fleet.commit(VehicleAssignments.remove(next.number()));
    assertThat(fleet.worker(grace.number()).vehicle()).isEmpty();
  }

  private void assertMembershipIsTwoWay() {
    List<Team> teams = fleet.all(new Listing.Everything<>(Kind.TEAM));
    for (Team team : teams) {
      assertThat(team.workers())
          .containsExactlyInAnyOrderElementsOf(
              fleet.workers().stream()
                  .filter(worker -> worker.teams().contains(team.number()))
                  .map(Worker::number)
                  .toList());
    }
  }

  private void assertManagementIsTwoWay() {
    List<Administrator> all = fleet.all(new Listing.Everything<>(Kind.ADMINISTRATOR));
    for (Team team : fleet.all(new Listing.Everything<>(Kind.TEAM))) {
      assertThat(team.managers())
          .containsExactlyInAnyOrderElementsOf(
              all.stream()
                  .filter(it -> it.teams().contains(team.number()))
                  .map(Administrator::number)
                  .toList());
    }
  }

  private Administrator administrator(String email) {
    return fleet.commit(
        Administrators.create(
            new Administrator.Revision(
                new Said.Given<>("Mina"),
                new Said.Given<>(email),
                new Said.Nothing<>(),
                new Said.Nothing<>(),
                new Said.Nothing<>(),
                Metadata.Revision.NOTHING)));
  }

  private static Hub.Draft hub(List<Long> teams) {
    return new Hub.Draft(
        "Depot", Geocoder.Place.at(Address.of("Main St"), new Location(45.5, -122.6)), teams);
  }

  private static Team.Revision managed(String name, List<Long> managers) {
    return new Team.Revision(
        new Said.Given<>(name),
        new Said.Nothing<>(),
        new Said.Given<>(managers),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        Metadata.Revision.NOTHING);
  }

  private static Team.Revision starting(Said<Long> hub) {
    return new Team.Revision(
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        hub,
        new Said.Nothing<>(),
        Metadata.Revision.NOTHING);
  }

  private Team team(String name) {
    return fleet.commit(Teams.create(revision(new Said.Given<>(name), new Said.Nothing<>())));
  }

  private Worker enlisted(String name, Team team) {
    phones++;
    return fleet.commit(
        Crews.enlist("+1503555" + (1000 + phones), crew(name, List.of(team.number()))));
  }

  private static Team.Revision members(Long... workers) {
    return revision(new Said.Nothing<>(), new Said.Given<>(List.of(workers)));
  }

  private static Team.Revision revision(Said<String> name, Said<List<Long>> workers) {
    return new Team.Revision(
        name,
        workers,
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        Metadata.Revision.NOTHING);
  }

  private static Crews.Revision crew(String name, List<Long> teams) {
    return new Crews.Revision(
        new Said.Given<>(name), new Said.Given<>(teams), SILENT, new Said.Nothing<>());
  }

  private static Crews.Revision ride(String name) {
    Vehicle.Revision car = VehicleBuilder.nothing().type(new Pick.ByName("Car")).revision();
    return ride(new Said.Given<>(new Crews.Ride(name, _ -> car)));
  }

  private static Crews.Revision ride(Said<Crews.Ride> ride) {
    return new Crews.Revision(new Said.Nothing<>(), new Said.Nothing<>(), SILENT, ride);
  }

  private static VehicleAssignment.Revision handing(long vehicle, long worker, Instant start) {
    return new VehicleAssignment.Revision(
        new Said.Given<>(vehicle),
        new Said.Given<>(new VehicleAssignment.Driver.ByNumber(worker)),
        new Said.Given<>(start),
        new Said.Nothing<>(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Map.of());
  }

  private static final Profile.Revision SILENT =
      new Profile.Revision(
          new Said.Nothing<>(),
          new Said.Nothing<>(),
          new Said.Nothing<>(),
          new Said.Nothing<>(),
          new Said.Nothing<>(),
          new Said.Nothing<>(),
          new Said.Nothing<>(),
          Metadata.Revision.NOTHING);
}
