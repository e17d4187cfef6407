package interline.fieldopt;

import static interline.fieldopt.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import interline.gateway.Json;
import org.junit.jupiter.api.Test;

class JobTest {

  @Test
  void aTaskOfAnotherDialectIsShownAsFarAsItGoes() {
    String json = Json.write(Job.of(aTask().number(7).build()));

    assertThat(json)
        .isEqualTo(
            "{\"id\":7,\"type\":null,\"customer\":null,\"address\":null,\"skills_required\":[],"
                + "\"status\":\"pending\",\"scheduled_date\":null,\"time_slot\":null,"
                + "\"assigned_technician\":null}");
  }

  @Test
  void aSlotIsShownInWholeMinutes() {
    Job job = Job.of(aTask().between("08:00:30", "23:59:59").build());

    assertThat(job.timeSlot()).contains("08:00-23:59");
  }
}
