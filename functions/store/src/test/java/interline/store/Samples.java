package interline.store;

import interline.fleet.Address;
import interline.fleet.Administrator;
import interline.fleet.ApiKey;
import interline.fleet.Assignment;
import interline.fleet.BulkJob;
import interline.fleet.CatalogueEntry;
import interline.fleet.CustomFields;
import interline.fleet.Destination;
import interline.fleet.Details;
import interline.fleet.Dialect;
import interline.fleet.Duty;
import interline.fleet.Fault;
import interline.fleet.FaultRule;
import interline.fleet.Geocoder;
import interline.fleet.Group;
import interline.fleet.Hub;
import interline.fleet.Kind;
import interline.fleet.KnownDestination;
import interline.fleet.KnownRecipient;
import interline.fleet.Links;
import interline.fleet.Location;
import interline.fleet.LocationEntry;
import interline.fleet.Metadata;
import interline.fleet.Meter;
import interline.fleet.MeterEntry;
import interline.fleet.Organization;
import interline.fleet.OrganizationId;
import interline.fleet.Person;
import interline.fleet.PersonName;
import interline.fleet.Pick;
import interline.fleet.Place;
import interline.fleet.Profile;
import interline.fleet.Recipient;
import interline.fleet.Role;
import interline.fleet.RoutePlan;
import interline.fleet.Said;
import interline.fleet.SignIn;
import interline.fleet.Span;
import interline.fleet.Stamp;
import interline.fleet.Task;
import interline.fleet.TaskState;
import interline.fleet.Team;
import interline.fleet.Terms;
import interline.fleet.TimeSlot;
import interline.fleet.User;
import interline.fleet.Vehicle;
import interline.fleet.VehicleAssignment;
import interline.fleet.Webhook;
import interline.fleet.WorkType;
import interline.fleet.Worker;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Records with every field full, or with all that may be empty empty. */
final class Samples {

  static final Stamp NEW = Stamp.fresh(TestTable.NOW);

  static final Details DETAILS =
      new Details(
          Map.of(
              "fleetio.trim",
              "XLT",
              "fleetio.empty",
              "",
              "fleetio.weight",
              new BigDecimal("-12.75"),
              "fleetio.precise",
              new BigDecimal("12345678901234567890.123456789012345678"),
              "onfleet.quick",
              true,
              "onfleet.metadata",
              List.of(
                  Map.of("name", "zones", "value", List.of("north", BigDecimal.ONE, false)),
                  List.of(),
                  Map.of())));

  private static final Instant LATER = Instant.parse("2026-11-22T11:30:00.456Z");

  private static final User FULL_USER =
      new User(
          51,
          Optional.of("ada@acme.example"),
          ZoneId.of("America/Chicago"),
          Optional.of(LocalDate.of(2024, 3, 15)));

  private Samples() {}

  static Organization organization(long number) {
    return new Organization(number, NEW, "Acme", "acme", true, new Organization.Limits(20, 600));
  }

  static ApiKey fullKey() {
    return new ApiKey(
        ApiKey.hash("secret"),
        NEW,
        new OrganizationId(7),
        Dialect.FRACHTPILOT,
        "shop",
        FULL_USER,
        Optional.of(LATER));
  }

  static ApiKey emptyKey() {
    return new ApiKey(
        ApiKey.hash("other"),
        NEW,
        new OrganizationId(7),
        Dialect.ONFLEET,
        "shop",
        new User(52, Optional.empty(), ZoneOffset.UTC, Optional.empty()),
        Optional.empty());
  }

  static Worker fullWorker(long number) {
    return new Worker(
        number,
        NEW,
        new Person(
            "Grace Brewster Hopper",
            Optional.of(new PersonName("Grace", Optional.of("Brewster"), Optional.of("Hopper"))),
            Optional.of("+1 555 0101"),
            Optional.of("grace@interline.example"),
            Optional.of("E-17"),
            Optional.of(9L),
            Set.of(Role.OPERATOR, Role.EMPLOYEE)),
        Optional.of(LATER),
        Duty.ASSIGNED,
        List.of("fiber", "copper"),
        4,
        2,
        Optional.of(12L),
        Optional.of(new Worker.Position(new Location(-0.000001, 179.9999999), LATER)),
        3L << 20,
        List.of(31L, 8L),
        Optional.of(
            new Worker.Driven(
                6, 3, new Span(Optional.of(NEW.created()), Optional.of(NEW.changed())))),
        new Profile(
            Optional.of("Grace"),
            Optional.of("+15550101"),
            new Profile.Units(
                new BigDecimal("1.5"), BigDecimal.ONE, BigDecimal.TWO, BigDecimal.TEN),
            Optional.of(ZoneId.of("Europe/Berlin")),
            true,
            Optional.of(77L),
            fullMetadata()),
        DETAILS);
  }

  static Worker emptyWorker(long number) {
    return worker(number, 4);
  }

  static Worker worker(long number, int capacity) {
    return new Worker(
        number,
        NEW,
        Person.called("Grace Hopper", Optional.empty(), Set.of(Role.TECHNICIAN)),
        Optional.empty(),
        Duty.AVAILABLE,
        List.of(),
        capacity,
        0,
        Optional.empty(),
        Optional.empty(),
        1L << 20,
        List.of(),
        Optional.empty(),
        Profile.NONE,
        Details.NONE);
  }

  static Team fullTeam(long number) {
    return new Team(
        number,
        NEW,
        "North",
        List.of(4L, 2L),
        List.of(9L, Long.MAX_VALUE),
        Optional.of(3L),
        true,
        fullMetadata(),
        true);
  }

  static Team emptyTeam(long number) {
    return new Team(
        number, NEW, "South", List.of(), List.of(), Optional.empty(), false, Metadata.NONE, false);
  }

  static VehicleAssignment fullVehicleAssignment(long number) {
    return new VehicleAssignment(
        number,
        NEW,
        3,
        4,
        new Span(Optional.of(NEW.created()), Optional.of(LATER)),
        Optional.of(12L),
        Optional.of(13L),
        List.of(
            new VehicleAssignment.Comment(Optional.of("Keys"), "at the desk", LATER, "Ella"),
            new VehicleAssignment.Comment(Optional.empty(), "returned", LATER, "Miles")),
        DETAILS);
  }

  static VehicleAssignment emptyVehicleAssignment(long number) {
    return vehicleAssignment(number, 3, 4, new Span(Optional.empty(), Optional.empty()));
  }

  static VehicleAssignment vehicleAssignment(long number, long vehicle, long worker, Span span) {
    return new VehicleAssignment(
        number,
        NEW,
        vehicle,
        worker,
        span,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Details.NONE);
  }

  static Task fullTask(long number) {
    return new Task(
        number,
        NEW,
        TaskState.COMPLETED,
        Optional.of(WorkType.REPAIR),
        Optional.of(new Recipient("Ada Lovelace", Optional.of("+1 555 0100"))),
        Optional.of(
            new Destination("12 Analytical Row", Optional.of(new Location(40.7128, -74.006)))),
        List.of("fiber"),
        Optional.of(LocalDate.of(2026, 11, 23)),
        Optional.of(new TimeSlot(LocalTime.of(9, 0), LocalTime.of(12, 30, 15))),
        Optional.of(assignment(31, number, 5)),
        Optional.empty(),
        Optional.of(TestTable.NOW),
        Optional.of(LATER),
        new Terms(
            Optional.of(TestTable.NOW),
            Optional.of(LATER),
            true,
            "Ring twice",
            new Terms.Quantity(1.5, 2, 3, 4),
            7.5),
        new Links(List.of(3L, 1L), List.of(12L), Optional.of(4L), Optional.of(6L)),
        new Task.Origin(Optional.of(51L), Optional.of(2L)),
        Optional.of("left with a neighbour"),
        fullRecipient(9).metadata(),
        DETAILS);
  }

  static Task waitingTask(long number, Place place) {
    Task task = emptyTask(number);
    return new Task(
        number,
        NEW,
        task.state(),
        task.type(),
        task.recipient(),
        task.destination(),
        task.skills(),
        task.day(),
        task.slot(),
        Optional.empty(),
        Optional.of(place),
        Optional.empty(),
        Optional.empty(),
        task.terms(),
        task.links(),
        task.origin(),
        Optional.empty(),
        Metadata.NONE,
        Details.NONE);
  }

  /** A task for somebody on record at a place on record. */
  static Task taskOnRecord(long number) {
    return new Task(
        number,
        NEW,
        TaskState.UNASSIGNED,
        Optional.empty(),
        Optional.of(fullRecipient(9).copy()),
        Optional.of(fullDestination(8).copy()),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Details.NONE);
  }

  static Address fullAddress() {
    return new Address(
        Optional.of("Depot"),
        Optional.of("1200"),
        Optional.of("Southeast Morrison Street"),
        Optional.of("4b"),
        Optional.of("Portland"),
        Optional.of("Multnomah County"),
        Optional.of("Oregon"),
        Optional.of("97214"),
        Optional.of("United States"));
  }

  static Metadata fullMetadata() {
    return new Metadata(
        List.of(
            new Metadata.Item(
                "box", new Metadata.Value.Flag(true), Set.of(Metadata.Viewer.values())),
            new Metadata.Item("weight", new Metadata.Value.Numeric(new BigDecimal("12.50"))),
            new Metadata.Item("colour", new Metadata.Value.Words("")),
            new Metadata.Item(
                "who",
                new Metadata.Value.Tree(
                    Map.of("", BigDecimal.ONE, "none", Optional.empty(), "list", List.of("a")))),
            new Metadata.Item(
                "zones",
                new Metadata.Value.Many(
                    Metadata.Type.NUMBER, List.of(BigDecimal.TEN, BigDecimal.ONE)),
                Set.of()),
            new Metadata.Item("empty", new Metadata.Value.Many(Metadata.Type.TREE, List.of()))));
  }

  static KnownDestination fullDestination(long number) {
    return new KnownDestination(
        number,
        NEW,
        fullAddress(),
        Optional.of(new Location(45.5122, -122.6587)),
        "side door",
        Optional.of("place-7"),
        Set.of(Geocoder.Doubt.CENTRE_ONLY, Geocoder.Doubt.NUMBER_DIFFERS),
        fullMetadata());
  }

  static KnownDestination emptyDestination(long number) {
    return new KnownDestination(
        number,
        NEW,
        Address.of("somewhere"),
        Optional.empty(),
        "",
        Optional.empty(),
        Set.of(),
        Metadata.NONE);
  }

  static KnownRecipient fullRecipient(long number) {
    return new KnownRecipient(
        number, NEW, "Ada Lovelace", "+15035550142", "rings twice", true, fullMetadata());
  }

  static KnownRecipient fullCustomer(long number) {
    return new KnownRecipient(
        number,
        NEW,
        "Ada Lovelace",
        "",
        "rings twice",
        false,
        Metadata.NONE,
        new KnownRecipient.Customer(Optional.of("K2003"), 4, DETAILS));
  }

  static SignIn fullSignIn(long number) {
    return new SignIn(
        number,
        NEW,
        Optional.of("ada@example.com"),
        List.of("office", "driver"),
        List.of("users.read"),
        true,
        false,
        Optional.of(new SignIn.Key("0".repeat(64), TestTable.NOW, Optional.of(TestTable.NOW))));
  }

  static SignIn emptySignIn(long number) {
    return new SignIn(
        number, NEW, Optional.empty(), List.of(), List.of(), false, true, Optional.empty());
  }

  static RoutePlan fullRoutePlan(long number) {
    return new RoutePlan(
        number,
        NEW,
        "Tour 1",
        TestTable.NOW,
        Optional.of(5L),
        Optional.of("MS-AB 1"),
        RoutePlan.State.STARTED,
        List.of(
            new RoutePlan.Stop(7, Optional.of(8L), Optional.empty()),
            new RoutePlan.Stop(
                9,
                Optional.empty(),
                Optional.of(
                    new RoutePlan.Report(
                        true, TestTable.NOW, Optional.of("At the door"), Optional.of("Moll"))))),
        DETAILS);
  }

  static RoutePlan emptyRoutePlan(long number) {
    return new RoutePlan(
        number,
        NEW,
        "Tour 2",
        TestTable.NOW,
        Optional.empty(),
        Optional.empty(),
        RoutePlan.State.PLANNED,
        List.of(),
        Details.NONE);
  }

  static KnownRecipient emptyRecipient(long number) {
    return new KnownRecipient(number, NEW, "Ada", "+15035550143", "", false, Metadata.NONE);
  }

  static Hub fullHub(long number) {
    return new Hub(
        number,
        NEW,
        "North",
        fullAddress(),
        Optional.of(new Location(45.5122, -122.6587)),
        List.of(5L, 3L));
  }

  static Hub emptyHub(long number) {
    return new Hub(number, NEW, "South", Address.of("somewhere"), Optional.empty(), List.of());
  }

  static Task emptyTask(long number) {
    return task(number, TaskState.UNASSIGNED, Optional.empty());
  }

  static Task task(long number, TaskState state, Optional<LocalDate> day) {
    return new Task(
        number,
        NEW,
        state,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        day,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Details.NONE);
  }

  static Assignment assignment(long number, long task, long worker) {
    return new Assignment(number, task, worker, "Grace Hopper", LATER, 2L << 20);
  }

  static Vehicle fullVehicle(long number) {
    return new Vehicle(
        number,
        NEW,
        "Truck 7",
        Optional.of("1FTFW1ET5DFC10312"),
        Optional.of("ABC 123"),
        Optional.of("Ford"),
        Optional.of("F-150"),
        Optional.of(2013),
        Optional.of("red"),
        1,
        2,
        Vehicle.MeterUnit.KILOMETRES,
        Optional.of(new Vehicle.Reading(new BigDecimal("120345.5"), LocalDate.of(2026, 11, 20))),
        Optional.of(new Vehicle.Reading(BigDecimal.TEN, LocalDate.of(2026, 11, 21))),
        Optional.of(new LocationEntry.Mark(12, LATER)),
        Optional.of(3L),
        List.of(5L, 4L),
        Map.of("accounting_id", "A-7"),
        Optional.empty(),
        DETAILS);
  }

  static CatalogueEntry fullEntry(long number) {
    return new CatalogueEntry(
        Kind.VEHICLE_STATUS, number, NEW, "On loan", Optional.of("#ff8800"), true);
  }

  static CatalogueEntry emptyEntry(long number) {
    return new CatalogueEntry(Kind.LABEL, number, NEW, "Winter", Optional.empty(), false);
  }

  static Group group(long number) {
    return new Group(number, NEW, "North", List.of(1L, 12L), 3);
  }

  static Vehicle emptyVehicle(long number) {
    return new Vehicle(
        number,
        NEW,
        "Truck 8",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1,
        2,
        Vehicle.MeterUnit.MILES,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Map.of(),
        Optional.empty(),
        Details.NONE);
  }

  static MeterEntry fullMeterEntry(long number) {
    return new MeterEntry(
        number,
        NEW,
        4,
        Meter.SECONDARY,
        LocalDate.of(2026, 11, 20),
        new BigDecimal("120345.25"),
        true,
        MeterEntry.Category.ENDING,
        Optional.of(9L));
  }

  static MeterEntry reading(long number, LocalDate day, String value) {
    return new MeterEntry(
        number,
        NEW,
        4,
        Meter.PRIMARY,
        day,
        new BigDecimal(value),
        false,
        MeterEntry.Category.MANUAL,
        Optional.empty());
  }

  static LocationEntry position(long number, LocationEntry.Owner owner, Instant date) {
    return new LocationEntry(number, NEW, owner, new Location(41.25, -95.93), date);
  }

  static Fault fullFault(long number) {
    return new Fault(
        number,
        NEW,
        4,
        "P0300",
        Optional.of("Misfire"),
        Optional.of("Cylinder 1"),
        Optional.of(3),
        Optional.of("dtc-1"),
        Optional.of(LATER),
        Fault.Status.RESOLVED,
        Optional.of("telematics"),
        Optional.of("once"));
  }

  static Fault emptyFault(long number) {
    return new Fault(
        number,
        NEW,
        4,
        "P0300",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Fault.Status.OPEN,
        Optional.empty(),
        Optional.empty());
  }

  static FaultRule fullRule(long number) {
    return new FaultRule(
        number, NEW, "P0300", Optional.of("Misfire"), Optional.of("Of several cylinders"));
  }

  static FaultRule emptyRule(long number) {
    return new FaultRule(number, NEW, "P0300", Optional.empty(), Optional.empty());
  }

  static Webhook fullWebhook(long number) {
    return new Webhook(
        number,
        NEW,
        Dialect.FLEETIO,
        "https://hooks.example.com",
        Optional.of("To the workshop"),
        Optional.of("Bearer sesame"),
        true,
        Set.of("fault_created", "vehicle_updated"),
        "0123456789abcdef",
        3,
        Optional.of(new Webhook.Disabled(LATER, Optional.of("It failed three times"))),
        Optional.of(51L));
  }

  static Webhook emptyWebhook(long number) {
    return new Webhook(
        number,
        NEW,
        Dialect.FLEETIO,
        "https://hooks.example.com",
        Optional.empty(),
        Optional.empty(),
        false,
        Set.of(),
        "0123456789abcdef",
        0,
        Optional.empty(),
        Optional.empty());
  }

  static Administrator fullAdministrator(long number) {
    return new Administrator(
        number,
        NEW,
        "Mina Okafor",
        "mina@example.org",
        Optional.of("+15035550142"),
        Administrator.Type.SUPER,
        true,
        true,
        true,
        List.of(4L, 12L),
        new Metadata(List.of(new Metadata.Item("floor", new Metadata.Value.Words("3rd")))));
  }

  static Administrator emptyAdministrator(long number) {
    return new Administrator(
        number,
        NEW,
        "Mina",
        "m@example.org",
        Optional.empty(),
        Administrator.Type.STANDARD,
        false,
        false,
        false,
        List.of(),
        Metadata.NONE);
  }

  static CustomFields customFields() {
    return new CustomFields(
        NEW,
        List.of(
            new CustomFields.Definition(
                "dock",
                "Dock",
                "",
                false,
                CustomFields.Type.SINGLE_LINE,
                Set.of(),
                Set.of(),
                List.of(),
                Optional.empty()),
            new CustomFields.Definition(
                "ages",
                "Ages",
                "Of all",
                true,
                CustomFields.Type.INTEGER,
                Set.of(CustomFields.Audience.API, CustomFields.Audience.WORKER),
                Set.of(CustomFields.Audience.ADMINISTRATOR),
                List.of(Map.of("isRequired", true, "name", "save")),
                Optional.of("shopify"))));
  }

  static Webhook triggered(long number) {
    return new Webhook(
        number,
        NEW,
        Dialect.ONFLEET,
        "https://hooks.example.com",
        Optional.of("Nearly there"),
        Optional.empty(),
        false,
        Set.of(),
        "",
        0,
        Optional.empty(),
        Optional.of(51L),
        Optional.of(
            new Webhook.Trigger(1, Optional.of(new BigDecimal("600.5")), Optional.of(9), 17)));
  }

  static BulkJob fullJob(String id) {
    return new BulkJob(
        id,
        NEW,
        Dialect.FLEETIO,
        "vehicle",
        "create",
        2,
        "ada",
        Optional.of(FULL_USER),
        Optional.of(TestTable.NOW),
        Optional.of(LATER),
        Optional.of(new BulkJob.GivenUp(LATER, "poisoned", true)),
        Optional.of(LATER));
  }

  static BulkJob emptyJob(String id) {
    return jobOf(id, TestTable.NOW);
  }

  static BulkJob jobOf(String id, Instant created) {
    return new BulkJob(
        id,
        Stamp.fresh(created),
        Dialect.FLEETIO,
        "vehicle",
        "create",
        2,
        "ada",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Task.Draft draft() {
    return new Task.Draft(
        Optional.of(WorkType.REPAIR),
        Optional.of(new Recipient("Ada Lovelace", Optional.of("+1 555 0100"))),
        Optional.of(
            new Destination("12 Analytical Row", Optional.of(new Location(40.7128, -74.006)))),
        List.of("fiber"),
        Optional.of(LocalDate.of(2026, 11, 23)),
        Optional.of(new TimeSlot(LocalTime.of(9, 0), LocalTime.of(12, 0))));
  }

  static Worker.Draft hand(String name, int capacity) {
    return new Worker.Draft(name, Optional.empty(), Duty.AVAILABLE, List.of("fiber"), capacity);
  }

  static Vehicle.Revision vehicle(String name, String vin) {
    return new Vehicle.Revision(
        new Said.Given<>(name),
        new Said.Given<>(vin),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Given<>(new Pick.ByNumber(1)),
        new Said.Given<>(new Pick.ByNumber(2)),
        new Said.Given<>(Vehicle.MeterUnit.MILES),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        Map.of());
  }
}
