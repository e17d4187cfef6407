package interline.store;

import interline.fleet.Administrator;
import interline.fleet.ApiKey;
import interline.fleet.BulkJob;
import interline.fleet.CatalogueEntry;
import interline.fleet.CustomFields;
import interline.fleet.Entity;
import interline.fleet.Fault;
import interline.fleet.FaultRule;
import interline.fleet.Group;
import interline.fleet.Hub;
import interline.fleet.Kind;
import interline.fleet.KnownDestination;
import interline.fleet.KnownRecipient;
import interline.fleet.LocationEntry;
import interline.fleet.MeterEntry;
import interline.fleet.Organization;
import interline.fleet.Recorded;
import interline.fleet.Ref;
import interline.fleet.RoutePlan;
import interline.fleet.SignIn;
import interline.fleet.Stamp;
import interline.fleet.Task;
import interline.fleet.Team;
import interline.fleet.Vehicle;
import interline.fleet.VehicleAssignment;
import interline.fleet.Webhook;
import interline.fleet.Worker;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** From a record to its root item and back; each kind has its own file. */
final class Records {

  /** Partition and sort key of the index in which records of a kind are listed by number. */
  static final String LISTING = "listing";

  static final String LPK = "lpk";
  static final String LSK = "lsk";

  /** Partition and sort key of the index in which records are found by what they are like. */
  static final String FINDING = "finding";

  static final String FPK = "fpk";
  static final String FSK = "fsk";

  /** The index in which some kinds have a second order of all: nothing but their keys. */
  static final String ORDERING = "ordering";

  static final String OSK = "osk";

  /** In the copy of a record, what the record is called. */
  static final String COPY_OF = "copyOf";

  private final Keys keys;

  Records(Keys keys) {
    this.keys = keys;
  }

  /** The item of the version that follows the one the record was read in. */
  Item write(Entity entity) {
    Item item = stamped(Item.at(keys.partition(entity.ref()), Keys.ROOT), entity.stamp());
    switch (entity) {
      case Administrator it -> AdministratorItem.write(item, it, keys);
      case ApiKey key -> ApiKeyItem.write(item, key, keys);
      case BulkJob job -> BulkJobItem.write(item, job);
      case LocationEntry entry -> LocationEntryItem.write(item, entry, keys);
      case MeterEntry entry -> MeterEntryItem.write(item, entry, keys);
      case Fault fault -> FaultItem.write(item, fault, keys);
      case FaultRule rule -> FaultRuleItem.write(item, rule, keys);
      case Webhook webhook -> WebhookItem.write(item, webhook, keys);
      case CustomFields fields -> CustomFieldsItem.write(item, fields);
      case CatalogueEntry entry -> CatalogueEntryItem.write(item, entry, keys);
      case Group group -> GroupItem.write(item, group, keys);
      case Hub hub -> HubItem.write(item, hub, keys);
      case KnownDestination destination -> KnownDestinationItem.write(item, destination);
      case KnownRecipient recipient -> KnownRecipientItem.write(item, recipient, keys);
      case Organization organization -> OrganizationItem.write(item, organization, keys);
      case RoutePlan plan -> RoutePlanItem.write(item, plan, keys);
      case SignIn signIn -> SignInItem.write(item, signIn);
      case Team team -> TeamItem.write(item, team, keys);
      case Task task -> TaskItem.write(item, task, keys);
      case Vehicle vehicle -> VehicleItem.write(item, vehicle, keys);
      case VehicleAssignment assignment -> VehicleAssignmentItem.write(item, assignment, keys);
      case Worker worker -> WorkerItem.write(item, worker, keys);
    }
    return item;
  }

  /** Items that come and go with the record's own, to find it by what that has no room for. */
  List<Item> beside(Entity entity) {
    return entity instanceof Fault fault ? List.of(FaultItem.beside(fault, keys)) : List.of();
  }

  private static final Map<Kind<?>, Function<Item, ? extends Entity>> READERS =
      Map.ofEntries(
          entry(Kind.ADMINISTRATOR, AdministratorItem::read),
          entry(Kind.API_KEY, ApiKeyItem::read),
          entry(Kind.BULK_JOB, BulkJobItem::read),
          entry(Kind.CUSTOM_FIELDS, CustomFieldsItem::read),
          entry(Kind.DESTINATION, KnownDestinationItem::read),
          entry(Kind.DRIVER_GROUP, item -> CatalogueEntryItem.read(Kind.DRIVER_GROUP, item)),
          entry(Kind.FAULT, FaultItem::read),
          entry(Kind.FAULT_RULE, FaultRuleItem::read),
          entry(Kind.FUEL_TYPE, item -> CatalogueEntryItem.read(Kind.FUEL_TYPE, item)),
          entry(Kind.GROUP, GroupItem::read),
          entry(Kind.HUB, HubItem::read),
          entry(Kind.LABEL, item -> CatalogueEntryItem.read(Kind.LABEL, item)),
          entry(Kind.LOCATION_ENTRY, LocationEntryItem::read),
          entry(Kind.METER_ENTRY, MeterEntryItem::read),
          entry(Kind.ORGANIZATION, OrganizationItem::read),
          entry(Kind.RECIPIENT, KnownRecipientItem::read),
          entry(Kind.ROUTE_PLAN, RoutePlanItem::read),
          entry(Kind.SIGN_IN, SignInItem::read),
          entry(Kind.TASK, TaskItem::read),
          entry(Kind.TEAM, TeamItem::read),
          entry(Kind.VEHICLE, VehicleItem::read),
          entry(Kind.VEHICLE_ASSIGNMENT, VehicleAssignmentItem::read),
          entry(Kind.VEHICLE_STATUS, item -> CatalogueEntryItem.read(Kind.VEHICLE_STATUS, item)),
          entry(Kind.VEHICLE_TYPE, item -> CatalogueEntryItem.read(Kind.VEHICLE_TYPE, item)),
          entry(Kind.WEBHOOK, WebhookItem::read),
          entry(Kind.WORKER, WorkerItem::read));

  private static <E extends Entity> Map.Entry<Kind<?>, Function<Item, ? extends Entity>> entry(
      Kind<E> kind, Function<Item, E> reader) {
    return Map.entry(kind, reader);
  }

  @SuppressWarnings("unchecked") // each kind's reader reads a record of that kind
  static <E extends Entity> E read(Kind<E> kind, Item item) {
    Function<Item, ? extends Entity> reader = READERS.get(kind);
    if (reader == null) {
      throw new IllegalArgumentException("No records of kind " + kind);
    }
    return (E) reader.apply(item);
  }

  /** The copy of an entry in its owner's timeline. */
  Item charted(Recorded entry) {
    Item copy =
        switch (entry) {
          case MeterEntry reading -> MeterEntryItem.copy(reading, keys);
          case LocationEntry position -> LocationEntryItem.copy(position, keys);
        };
    return stamped(copy, entry.stamp()).put(COPY_OF, entry.ref().id());
  }

  /** The item with the stamp that a record has once it is written. */
  static Item stamped(Item item, Stamp stamp) {
    return item.put(Item.VERSION, stamp.version() + 1)
        .put("created", stamp.created())
        .put("changed", stamp.changed());
  }

  static Stamp stamp(Item item) {
    return new Stamp(
        item.getNumber(Item.VERSION), item.getInstant("created"), item.getInstant("changed"));
  }

  /**
   * What a record is called within its kind: from the partition that it is the root of, unless the
   * item is a copy in another one and says it itself.
   */
  static String id(Item item) {
    if (item.has(COPY_OF)) {
      return item.getText(COPY_OF);
    }
    String pk = item.getText(Item.PK);
    return pk.substring(pk.indexOf('#', pk.indexOf('#') + 1) + 1);
  }

  /** What the record is called that an item of an index stands for: itself, or that of a claim. */
  static String meant(Item item) {
    return item.has(Writes.OWNER) ? item.getText(Writes.OWNER) : id(item);
  }

  static long number(Item item) {
    return Long.parseLong(id(item));
  }

  static <E extends Entity> Ref<E> ref(Kind<E> kind, Item item) {
    return kind.id(id(item));
  }
}
