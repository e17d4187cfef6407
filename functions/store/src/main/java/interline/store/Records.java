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

  @SuppressWarnings("unchecked") // a kind's item holds a record of that kind
  static <E extends Entity> E read(Kind<E> kind, Item item) {
    return (E) readAny(kind, item);
  }

  private static Entity readAny(Kind<?> kind, Item item) {
    if (kind == Kind.TASK) {
      return TaskItem.read(item);
    }
    if (kind == Kind.WORKER) {
      return WorkerItem.read(item);
    }
    if (kind == Kind.VEHICLE) {
      return VehicleItem.read(item);
    }
    if (kind == Kind.METER_ENTRY) {
      return MeterEntryItem.read(item);
    }
    if (kind == Kind.LOCATION_ENTRY) {
      return LocationEntryItem.read(item);
    }
    if (kind == Kind.VEHICLE_ASSIGNMENT) {
      return VehicleAssignmentItem.read(item);
    }
    if (kind == Kind.BULK_JOB) {
      return BulkJobItem.read(item);
    }
    if (kind == Kind.FAULT) {
      return FaultItem.read(item);
    }
    if (kind == Kind.FAULT_RULE) {
      return FaultRuleItem.read(item);
    }
    if (kind == Kind.ADMINISTRATOR) {
      return AdministratorItem.read(item);
    }
    if (kind == Kind.CUSTOM_FIELDS) {
      return CustomFieldsItem.read(item);
    }
    if (kind == Kind.WEBHOOK) {
      return WebhookItem.read(item);
    }
    if (kind == Kind.ORGANIZATION) {
      return OrganizationItem.read(item);
    }
    if (kind == Kind.TEAM) {
      return TeamItem.read(item);
    }
    if (kind == Kind.DESTINATION) {
      return KnownDestinationItem.read(item);
    }
    if (kind == Kind.RECIPIENT) {
      return KnownRecipientItem.read(item);
    }
    if (kind == Kind.HUB) {
      return HubItem.read(item);
    }
    if (kind == Kind.GROUP) {
      return GroupItem.read(item);
    }
    for (Kind<CatalogueEntry> catalogue :
        List.of(
            Kind.VEHICLE_TYPE,
            Kind.VEHICLE_STATUS,
            Kind.LABEL,
            Kind.FUEL_TYPE,
            Kind.DRIVER_GROUP)) {
      if (kind == catalogue) {
        return CatalogueEntryItem.read(catalogue, item);
      }
    }
    if (kind == Kind.ROUTE_PLAN) {
      return RoutePlanItem.read(item);
    }
    if (kind == Kind.SIGN_IN) {
      return SignInItem.read(item);
    }
    if (kind == Kind.API_KEY) {
      return ApiKeyItem.read(item);
    }
    throw new IllegalArgumentException("No records of kind " + kind);
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

  static long number(Item item) {
    return Long.parseLong(id(item));
  }

  static <E extends Entity> Ref<E> ref(Kind<E> kind, Item item) {
    return kind.id(id(item));
  }
}
