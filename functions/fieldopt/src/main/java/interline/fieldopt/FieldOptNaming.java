package interline.fieldopt;

import interline.fleet.Dialect;
import interline.fleet.Kind;
import interline.fleet.NamingByNumber;
import interline.fleet.Worker;
import java.util.Map;

/** FieldOpt's names: those of jobs, and of workers who work. */
public final class FieldOptNaming extends NamingByNumber {

  public FieldOptNaming() {
    super(
        Dialect.FIELDOPT,
        Map.of(Kind.WORKER, "/api/v1/technicians", Kind.TASK, "/api/v1/jobs"),
        record -> !(record instanceof Worker worker) || worker.works());
  }
}
