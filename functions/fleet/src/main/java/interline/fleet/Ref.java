package interline.fleet;

/**
 * The name of one record within its organization: its kind and its number, or, for the few records
 * that have none, another unique text (a bulk job's UUID, a key's hash).
 */
public record Ref<E extends Entity>(Kind<E> kind, String id) {

  @Override
  public String toString() {
    return kind + "#" + id;
  }
}
