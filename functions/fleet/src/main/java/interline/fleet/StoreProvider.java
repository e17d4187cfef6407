package interline.fleet;

import java.util.Map;

/**
 * Opens the store, the queue and the geocoder that a function's environment names. Found by
 * ServiceLoader.
 */
public interface StoreProvider {

  Store store(Map<String, String> environment);

  BulkQueue bulkQueue(Map<String, String> environment);

  /** Who looks up addresses; one that knows nothing where the environment names none. */
  default Geocoder geocoder(Map<String, String> environment) {
    return Geocoder.NONE;
  }
}
