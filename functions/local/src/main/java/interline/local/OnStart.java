package interline.local;

/** Fills a stack before anything calls it. */
@FunctionalInterface
public interface OnStart {
  void run(Stack stack);
}
