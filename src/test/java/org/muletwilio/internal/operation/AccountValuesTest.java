package org.muletwilio.internal.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.mule.runtime.api.value.Value;
import org.mule.runtime.extension.api.values.ValueBuilder;
import org.mule.runtime.extension.api.values.ValueResolvingException;

import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;
import org.muletwilio.internal.message.MessageSenders;

import com.twilio.type.PhoneNumber;
import org.junit.jupiter.api.Test;

class AccountValuesTest {

  private static final PhoneNumber NUMBER = new PhoneNumber("+14155550100");

  @Test
  void aNumberIsShownWithItsName() {
    assertEquals("+14155550100 (Support)", numberNamed("Support"));
    assertEquals("+14155550100 (0100 hotline)", numberNamed("0100 hotline"));
  }

  @Test
  void aNumberThatIsNamedAfterItselfIsShownAlone() {
    assertEquals("+14155550100", numberNamed("(415) 555-0100"));
    assertEquals("+14155550100", numberNamed("+14155550100"));
    assertEquals("+14155550100", numberNamed(""));
    assertEquals("+14155550100", numberNamed(null));
  }

  @Test
  void aResourceIsShownWithItsSid() {
    Value value = AccountValues.named("MG1", "Reminders").build();
    assertEquals("MG1", value.getId());
    assertEquals("Reminders (MG1)", value.getDisplayName());
    assertEquals("MG1", AccountValues.named("MG1", null).build().getDisplayName());
  }

  @Test
  void whereTwilioIsNotReachedTheConnectionIsAtFault() {
    assertEquals(ValueResolvingException.CONNECTION_FAILURE, codeOf(TwilioError.CONNECTIVITY));
    assertEquals(ValueResolvingException.CONNECTION_FAILURE, codeOf(TwilioError.TIMEOUT));
    assertEquals(ValueResolvingException.UNKNOWN, codeOf(TwilioError.FORBIDDEN));
  }

  private static String codeOf(TwilioError error) {
    return new MessageSenders().failure(new TwilioException(error, "No")).getFailureCode();
  }

  private static String numberNamed(String name) {
    ValueBuilder value = AccountValues.number("PN1", NUMBER, name);
    assertEquals("PN1", value.build().getId());
    return value.build().getDisplayName();
  }
}
