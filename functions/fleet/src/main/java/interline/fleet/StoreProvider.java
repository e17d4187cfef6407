package interline.fleet;

import java.util.Map;

/** Opens the store and the queue that a function's environment names. Found by ServiceLoader. */
public interface StoreProvider {

  Store store(Map<String, String> environment);

  BulkQueue bulkQueue(Map<String, String> environment);
}
