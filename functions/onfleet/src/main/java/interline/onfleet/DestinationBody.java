package interline.onfleet;

import interline.fleet.Geocoder;
import interline.fleet.KnownDestination;
import interline.gateway.Call;
import interline.gateway.Fields;

/** A new destination as Onfleet's clients describe it, by itself or within a task. */
final class DestinationBody {

  private DestinationBody() {}

  static KnownDestination.Draft of(Call call, Fields body, Geocoder geocoder) {
    return new KnownDestination.Draft(
        AddressBody.require(call, body, geocoder),
        body.text("notes").orElse(""),
        MetadataBody.created(body));
  }
}
