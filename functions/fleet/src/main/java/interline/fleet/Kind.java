package interline.fleet;

/**
 * A kind of record, typed by the record it names. The code is part of every identifier that was
 * ever given out and the word of every key that was ever written: neither may change.
 */
public final class Kind<E extends Entity> {

  public static final Kind<Organization> ORGANIZATION = new Kind<>(1, "organization");
  public static final Kind<ApiKey> API_KEY = new Kind<>(2, "key");
  public static final Kind<Worker> WORKER = new Kind<>(3, "worker");
  public static final Kind<Task> TASK = new Kind<>(4, "task");
  public static final Kind<Vehicle> VEHICLE = new Kind<>(5, "vehicle");
  public static final Kind<BulkJob> BULK_JOB = new Kind<>(6, "bulk");

  /** Assignments have numbers but live on their task and in their worker's container. */
  public static final Kind<Task> ASSIGNMENT = new Kind<>(7, "assignment");

  public static final Kind<MeterEntry> METER_ENTRY = new Kind<>(20, "meter_entry");
  public static final Kind<LocationEntry> LOCATION_ENTRY = new Kind<>(21, "location_entry");

  /** Users have numbers but live on their keys. */
  public static final Kind<ApiKey> USER = new Kind<>(40, "user");

  public static final Kind<Fault> FAULT = new Kind<>(41, "fault");
  public static final Kind<FaultRule> FAULT_RULE = new Kind<>(42, "fault_rule");
  public static final Kind<Webhook> WEBHOOK = new Kind<>(43, "webhook");
  public static final Kind<Administrator> ADMINISTRATOR = new Kind<>(44, "administrator");

  /** What tasks can say beyond their own fields is one record of an organization. */
  public static final Kind<CustomFields> CUSTOM_FIELDS = new Kind<>(45, "custom_fields");

  public static final Kind<VehicleAssignment> VEHICLE_ASSIGNMENT =
      new Kind<>(30, "vehicle_assignment");
  public static final Kind<CatalogueEntry> VEHICLE_TYPE = new Kind<>(10, "vehicle_type");
  public static final Kind<CatalogueEntry> VEHICLE_STATUS = new Kind<>(11, "vehicle_status");
  public static final Kind<Group> GROUP = new Kind<>(12, "group");
  public static final Kind<CatalogueEntry> LABEL = new Kind<>(13, "label");
  public static final Kind<CatalogueEntry> FUEL_TYPE = new Kind<>(14, "fuel_type");
  public static final Kind<KnownDestination> DESTINATION = new Kind<>(50, "destination");
  public static final Kind<KnownRecipient> RECIPIENT = new Kind<>(51, "recipient");
  public static final Kind<Hub> HUB = new Kind<>(52, "hub");

  /** Where a task is done, and who for, under the task's number if neither is on record itself. */
  public static final Kind<Task> TASK_DESTINATION = new Kind<>(53, "task_destination");

  public static final Kind<Task> TASK_RECIPIENT = new Kind<>(54, "task_recipient");

  /** Containers have no record of their own: their numbers are those of their owners. */
  public static final Kind<Task> WORKER_CONTAINER = new Kind<>(70, "worker_container");

  public static final Kind<Task> TEAM_CONTAINER = new Kind<>(71, "team_container");
  public static final Kind<Task> ORGANIZATION_CONTAINER = new Kind<>(72, "organization_container");

  /** A moment and the number of a task at that moment: how far a list of tasks was read. */
  public static final Kind<Task> TASK_MOMENT = new Kind<>(74, "task_moment");

  public static final Kind<Team> TEAM = new Kind<>(60, "team");
  public static final Kind<CatalogueEntry> DRIVER_GROUP = new Kind<>(15, "driver_group");

  public static final Kind<RoutePlan> ROUTE_PLAN = new Kind<>(73, "route_plan");

  /** How people get in: under the number of the worker that they are. */
  public static final Kind<SignIn> SIGN_IN = new Kind<>(80, "sign_in");

  private final byte code;
  private final String word;

  private Kind(int code, String word) {
    this.code = (byte) code;
    this.word = word;
  }

  /** The byte by which an identifier names this kind. */
  public byte code() {
    return code;
  }

  /** The word by which a key names this kind. */
  public String word() {
    return word;
  }

  public Ref<E> number(long number) {
    return new Ref<>(this, Long.toString(number));
  }

  public Ref<E> id(String id) {
    return new Ref<>(this, id);
  }

  @Override
  public String toString() {
    return word;
  }
}
