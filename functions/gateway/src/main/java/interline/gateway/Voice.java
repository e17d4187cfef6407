package interline.gateway;

import interline.fleet.Failure;
import java.util.SortedSet;

/** How a dialect says everything that is not a normal answer. */
public interface Voice {

  /** The fleet refuses, or does not know the caller. */
  Answer failure(Request request, Failure failure);

  /** The request cannot be read. */
  Answer malformed(Request request, Malformed malformed);

  /** Nothing is at this path. */
  Answer noSuchPath(Request request);

  /** The path is there, but not for this method. The Allow header is added to what is returned. */
  Answer methodNotAllowed(Request request, SortedSet<String> allowed);

  /** The answer would be larger than can be sent; the client should ask for less at a time. */
  Answer tooLarge(Request request);

  /** The service failed. Why is in its log, and not for the client to know. */
  Answer fault(Request request);

  /** The same, where it is known that nothing was done and that it is worth another try. */
  default Answer unqueued(Request request) {
    return fault(request);
  }
}
