package interline.fleet;

/** A record that stands for itself: it is created, replaced and removed under its own version. */
public sealed interface Entity
    permits Administrator,
        ApiKey,
        BulkJob,
        CatalogueEntry,
        CustomFields,
        Fault,
        FaultRule,
        Group,
        Hub,
        KnownDestination,
        KnownRecipient,
        Movable,
        Organization,
        Recorded,
        RoutePlan,
        SignIn,
        Task,
        Team,
        VehicleAssignment,
        Webhook {

  Ref<? extends Entity> ref();

  Stamp stamp();
}
