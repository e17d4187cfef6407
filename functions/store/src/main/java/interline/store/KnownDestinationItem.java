package interline.store;

import interline.fleet.Geocoder;
import interline.fleet.KnownDestination;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code org#destination#number}; in no list. */
final class KnownDestinationItem {

  private KnownDestinationItem() {}

  static void write(Item item, KnownDestination destination) {
    item.put("notes", destination.notes()).putText("place", destination.place());
    AddressItem.write(item, destination.address());
    destination.location().ifPresent(location -> TaskItem.writeLocation(item, location));
    List<String> doubts = destination.doubts().stream().sorted().map(Enum::name).toList();
    if (!doubts.isEmpty()) {
      item.put("doubts", doubts);
    }
    MetadataItem.write(item, destination.metadata());
  }

  static KnownDestination read(Item item) {
    return new KnownDestination(
        Records.number(item),
        Records.stamp(item),
        AddressItem.read(item),
        TaskItem.readLocation(item),
        item.getText("notes"),
        item.findText("place"),
        item.has("doubts")
            ? item.getTexts("doubts").stream()
                .map(Geocoder.Doubt::valueOf)
                .collect(Collectors.toSet())
            : Set.of(),
        MetadataItem.read(item));
  }
}
