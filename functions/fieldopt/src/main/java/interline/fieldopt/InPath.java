package interline.fieldopt;

import interline.gateway.Call;

/** Where the paths of FieldOpt name a record: {@code {job}} or {@code {technician}}. */
final class InPath {

  static final String JOB = "job";
  static final String TECHNICIAN = "technician";

  private InPath() {}

  static long job(Call call) {
    return number(call, JOB);
  }

  static long technician(Call call) {
    return number(call, TECHNICIAN);
  }

  /** A negative number is a good number of no record, as one that is too large is. */
  private static long number(Call call, String name) {
    return call.request().parameter(name).matches("-[0-9]+") ? 0 : call.id(name);
  }
}
