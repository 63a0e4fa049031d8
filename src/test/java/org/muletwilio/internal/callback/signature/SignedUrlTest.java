package org.muletwilio.internal.callback.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.internal.callback.codec.FormFields;
import org.muletwilio.internal.callback.trust.SigningKey;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each spelling that Twilio is known to sign: by the vectors and reports of its libraries, and of tools that stand in for it. */
class SignedUrlTest {

  private static final String OWN =
      "/twilio/callbacks/Twilio/call-instructions/a~20b/Tok-en_1?context=0-1~00order~004711.Mac-1_2";
  private static final Set<String> FRAGMENTS = new LinkedHashSet<>(List.of("#rc=3&rp=5xx,ct,rt", "#rp=5xx,ct,rt"));

  /** Of the tests of Twilio's libraries: signature, address as the library is given it. */
  @ParameterizedTest
  @CsvSource({
      "OyGYPqTF6ztdbRNCvuQO/oPvqQ4=, http://mycompany.com:1234/myapp.php?foo=1&bar=2",
      "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=, http://mycompany.com:1234/myapp.php?foo=1&bar=2",
      "RSOYDt4T1cUTdK1PDd93/VVr8B8=, https://mycompany.com:1234/myapp.php?foo=1&bar=2",
      "kvajT1Ptam85bY51eRf/AJRuM3w=, https://mycompany.com/myapp.php?foo=1&bar=2",
      "0ZXoZLH/DfblKGATFgpif+LLRf4=, http://mycompany.com/myapp.php?foo=1&bar=2",
      "TfZzewPq8wqrGlMfyAud8+/IvJ0=, https://mycompany.com/myapp.php?foo=1&bar=2&Body=It's+amazing",
      "dsq4Ehbj6cs+KdTkpF5sSSplOWw=, https://mycompany.com/myapp.php?foo=1&bar=2&Body=It%27s+amazing",
      "KjO9y3ocKRL4bG0cJcdngFA5jZ0=, https://mycompany.com/myapp.php?foo=1&bar=2&Body=It%27s+amazing",
      "bD9iT2C/HNMwZ/yCH1s/5R2+wUs=, https://mycompany.com/myapp.php?foo=1&bar=2&Body=It%27s+amazing"})
  void vectors(String signature, String url) {
    MultiMap<String, String> form = new MultiMap<>();
    Map.of("CallSid", "CA1234567890ABCDE", "Caller", "+14158675309", "Digits", "1234", "From", "+14158675309", "To",
        "+18005551212")
        .forEach(form::put);
    assertTrue(CallbackSignature.ofForm(url, Set.of(), new SignedFields().textOf(form)).fits(signature,
        List.of(SigningKey.authToken("12345"))));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "&From=sip%3Aalice%40example.com | &From=sip:alice@example.com",
      "&From=sip%3Aa%40b%3Btransport%3Dtls | &From=sip:a@b;transport%3Dtls",
      "&From=sip%3Aa%40b%3Btransport%3Dtls | &From=sip:a@b%3Btransport%3Dtls",
      "&ToCity=Trezzo+Sull%27Adda | &ToCity=Trezzo+Sull'Adda",
      "&ToCity=Trezzo+Sull%27Adda | &ToCity=Trezzo%20Sull'Adda",
      "&ToCity=Trezzo+Sull%27Adda&From=sip%3Aa | &ToCity=Trezzo%20Sull'Adda&From=sip:a",
      "&ToCity=Trezzo%20Sull%27Adda | &ToCity=Trezzo+Sull'Adda",
      "&ToCity=San+Jose | &ToCity=San%20Jose",
      "&ToCity=San%20Jose | &ToCity=San+Jose",
      "&Url=https%3A%2F%2Fx.example.com%2Fa%3Fb | &Url=https://x.example.com/a?b",
      "&Body=%7Ex~y | &Body=~x~y",
      "&Body=x!~(y)* | &Body=x%21%7E%28y%29*",
      "&From=%2B15550001&Body=%26%3D%25%23 | &From=%2B15550001&Body=%26%3D%25%23"})
  void fieldsOfAGet(String sent, String signed) {
    for (String server : List.of("https://example.com", "https://example.com:8443", "http://example.com:8081")) {
      assertTrue(fits(server + OWN + sent, server + OWN + signed), server);
    }
    assertTrue(fits("https://example.com" + OWN.replace("~", "%7E") + sent, "https://example.com" + OWN + signed));
  }

  @Test
  void voiceDropsThePortAndUnescapes() {
    assertTrue(fits("https://example.com:8443" + OWN + "&From=sip%3Aa%40b", "https://example.com" + OWN + "&From=sip:a@b"));
  }

  @Test
  void partsOfAnAddressAreToldApart() {
    assertTrue(fits("https://example.com:8443", "https://example.com"));
    assertTrue(fits("https://example.com?a=b", "https://example.com:443?a=b"));
    assertTrue(fits("https://example.com/:8443/x", "https://example.com:443/:8443/x"));
    assertTrue(fits("https://[::1]/x", "https://[::1]:443/x"));
    assertTrue(fits("https://[::1]:8443/x", "https://[::1]/x"));
    assertTrue(fits("https://@example.com/x", "https://example.com/x"));
    assertTrue(fits("https://example.com/x?", "https://example.com/x?"));
    assertTrue(fits("https://example.com" + OWN + "&bare", "https://example.com:443" + OWN + "&bare"));
    assertThrows(IllegalArgumentException.class, () -> new SignedUrl("example.com/x", FRAGMENTS));
  }

  /** A proxy escapes the tilde, Twilio adds or drops the port, and the fragment is signed. */
  @Test
  void changesMeet() {
    String sent = OWN.replace("~", "%7E");
    assertTrue(fits("https://example.com:8443" + sent, "https://example.com" + OWN));
    assertTrue(fits("https://example.com:8443" + sent, "https://example.com" + sent));
    assertTrue(fits("https://example.com" + sent, "https://example.com:443" + OWN));
    assertTrue(fits("https://example.com:8443" + sent + "&a=b", "https://example.com" + OWN + "&a=b"));
    for (String fragment : FRAGMENTS) {
      assertTrue(fits("https://example.com" + sent, "https://example.com" + OWN + fragment));
    }
  }

  @Test
  void escapesAreReadToTheEndOfTheText() {
    assertEquals("&a=:-", QuerySpellings.of("&a=%3A%2D").get(0));
    for (String broken : List.of("&a=%", "&a=%3", "&a=%3g", "&a=%00")) {
      assertEquals(broken, QuerySpellings.of(broken).get(0));
    }
    assertEquals(List.of(), QuerySpellings.of(""));
  }

  @Test
  void whatPartsFieldsIsNeverUnescaped() {
    for (String character : List.of("&", "=", "+", "#", "%", " ", "\"", "<", "\n", "\u00e9")) {
      String escaped = FormFields.encode(character);
      assertFalse(fits("https://example.com" + OWN + "&Body=a" + escaped + "b", "https://example.com" + OWN + "&Body=a"
          + character
          + "b"), character);
    }
  }

  @Test
  void theTildeMayBeEscapedOnTheWay() {
    String given = "https://example.com" + OWN;
    for (String escape : List.of("%7E", "%7e")) {
      assertTrue(fits(given.replace("~", escape), given));
      assertTrue(fits(given.replace("~", escape), given.replace("~", escape)));
      assertTrue(fits(given.replace("b~20", "b" + escape + "20"), given));
    }
  }

  @Test
  void theHashMayStandInAnotherPlace() {
    String hash = "bodySHA256=" + "0".repeat(64);
    String path = OWN.substring(0, OWN.indexOf('?'));
    String own = OWN.substring(path.length() + 1);
    String given = "https://example.com" + OWN + "&" + hash;
    assertTrue(fits("https://example.com" + path + "?" + hash + "&" + own, given));
    assertTrue(fits("https://example.com" + path + "?" + hash + "&" + own.replace("~", "%7E"), given));
    assertTrue(fits("https://example.com" + path + "?" + hash + "&" + own, "https://example.com" + path + "?" + hash
        + "&" + own));
  }

  @Test
  void theFragmentThatWasGivenMayBeSigned() {
    for (String fragment : FRAGMENTS) {
      assertTrue(fits("https://example.com" + OWN, "https://example.com" + OWN + fragment));
      assertTrue(fits("https://example.com" + OWN.replace("~", "%7E") + "&a=b", "https://example.com" + OWN.replace("~", "%7E")
          + "&a=b" + fragment));
    }
    for (String fragment : List.of("#", "#x", "#rc=3", "#rp=5xx,ct,rt#rp=5xx,ct,rt")) {
      assertFalse(fits("https://example.com" + OWN, "https://example.com" + OWN + fragment), fragment);
    }
  }

  @Test
  void aFormHasFewSpellingsAndNothingMoreThanADozen() {
    assertEquals(4, new SignedUrl("https://example.com" + OWN, FRAGMENTS).spellings().size());
    for (String added : List.of("", "&a=b", "&From=sip%3Aa%40b+c%27d%2Be", "&x=%20+~!'()*&y=%7E")) {
      for (String own : List.of(OWN, OWN.replace("~", "%7E"))) {
        for (String server : List.of("https://me:secret@example.com:8443", "http://example.com")) {
          Set<String> spellings = new SignedUrl(server + own + added, FRAGMENTS).spellings();
          assertTrue(spellings.size() <= 12, spellings::toString);
        }
      }
    }
  }

  private static boolean fits(String sent, String signed) {
    List<String> spellings = new ArrayList<>(new SignedUrl(sent, FRAGMENTS).spellings());
    assertTrue(spellings.size() <= SignedUrl.MOST_SPELLINGS);
    assertEquals(spellings.get(0), new SignedUrl(sent, FRAGMENTS).likeliest());
    return spellings.contains(signed);
  }
}
