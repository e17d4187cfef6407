package interline.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interline.fleet.Metadata.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RecipientsTest {

  private static final String PHONE = "+15035550142";

  private final PlainFleet fleet = new PlainFleet();

  @Test
  void aPhoneIsSomebodysOwn() {
    fleet.commit(Recipients.create(draft("Ada")));

    assertThatThrownBy(() -> fleet.commit(Recipients.create(draft("Bea"))))
        .isInstanceOfSatisfying(
            Failure.NotUnique.class, taken -> assertThat(taken.field()).isEqualTo(Field.PHONE));
  }

  @Test
  void whoIsNamedWithATaskIsPutOnRecordOnceAndRenamedThen() {
    KnownRecipient first = fleet.commit(Recipients.named(draft("Ada")));
    KnownRecipient again =
        fleet.commit(
            Recipients.named(
                new KnownRecipient.Draft(
                    "Bea", PHONE, Optional.of("rear"), Optional.empty(), Metadata.NONE)));

    assertThat(again.number()).isEqualTo(first.number());
    assertThat(again.name()).isEqualTo("Bea");
    assertThat(again.notes()).isEqualTo("rear");
    assertThat(fleet.history(first.ref())).containsExactly(Event.Type.CREATED, Event.Type.CHANGED);
  }

  @Test
  void whoIsNamedAsTheyAreOnRecordStaysUntouched() {
    KnownRecipient first = fleet.commit(Recipients.named(draft("Ada")));

    assertThat(Recipients.named(draft("Ada")).decide(fleet).changes()).isEmpty();
    assertThat(fleet.get(first.ref()).stamp().version()).isEqualTo(1);
  }

  @Test
  void theLastOfAName() {
    fleet.commit(Recipients.create(draft("Ada")));
    assertThat(fleet.get(Kind.RECIPIENT.number(1)).copy())
        .isEqualTo(new Recipient("Ada", Optional.of(PHONE), "", Optional.of(1L)));
    assertThat(fleet.all(new Listing.RecipientsNamed("aDA"))).hasSize(1);
  }

  private static KnownRecipient.Draft draft(String name) {
    return new KnownRecipient.Draft(
        name,
        PHONE,
        Optional.empty(),
        Optional.empty(),
        new Metadata(List.of(new Metadata.Item("vip", new Value.Flag(true)))));
  }
}
