package interline.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A worker for a test: what it does not speak of has a sensible value. */
final class WorkerBuilder {

  private long number = 1;
  private String name = "Grace Hopper";
  private Duty duty = Duty.AVAILABLE;
  private List<String> skills = List.of();
  private int capacity = Worker.DEFAULT_CAPACITY;
  private int load;

  static WorkerBuilder aWorker() {
    return new WorkerBuilder();
  }

  WorkerBuilder number(long value) {
    number = value;
    return this;
  }

  WorkerBuilder named(String value) {
    name = value;
    return this;
  }

  WorkerBuilder on(Duty value) {
    duty = value;
    return this;
  }

  WorkerBuilder skilled(String... values) {
    skills = List.of(values);
    return this;
  }

  WorkerBuilder capacity(int value) {
    capacity = value;
    return this;
  }

  /** Only {@link #build} hears this: a new worker has nothing. */
  WorkerBuilder load(int value) {
    load = value;
    return this;
  }

  Worker.Draft draft() {
    return new Worker.Draft(name, Optional.of("+1 555 0101"), duty, skills, capacity);
  }

  Worker build() {
    return new Worker(
        number,
        Stamp.fresh(Instant.EPOCH),
        Person.called(name, Optional.of("+1 555 0101"), Set.of(Role.TECHNICIAN)),
        Optional.empty(),
        duty,
        skills,
        capacity,
        load,
        Optional.empty(),
        Optional.empty(),
        Worker.RANK_STEP,
        List.of(),
        Optional.empty(),
        Profile.NONE,
        Details.NONE);
  }
}
