package interline.local;

import java.util.Optional;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Leaves no tests where LocalStack is wanted and does not start, so that this is told in one line
 * and not by each of them. Maven takes a run without tests for a failure then.
 */
public final class LocalStackFilter implements PostDiscoveryFilter {

  private static final class Start {
    static final Optional<String> OBSTACLE = obstacle();

    private static Optional<String> obstacle() {
      Optional<String> obstacle = LocalStack.obstacle();
      obstacle.ifPresent(System.err::println);
      return obstacle;
    }
  }

  @Override
  public FilterResult apply(TestDescriptor test) {
    return FilterResult.includedIf(!LocalStack.isWanted() || Start.OBSTACLE.isEmpty());
  }
}
