package org.muletwilio.functional.source;

import static org.muletwilio.functional.support.TestApplication.SOON;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.testkit.mule.EmbeddedMule;

/** Sources of every kind in flows of their own. */
abstract class SourceTargetFixture extends SourceFixture {

  CallbackAttributes attributes(EmbeddedMule mule, String flow, Resource resource) {
    return (CallbackAttributes) mule.awaitRun(flow, run -> resource.sid()
        .equals(((CallbackAttributes) run.attributes()).getResourceSid()), SOON).attributes();
  }

  static String flow(String name, String source, String attributes, String elements) {
    return "<flow name='" + name + "'><twilio:" + source + " config-ref='Twilio' " + attributes + "/><logger level='DEBUG' "
        + "message='in'/>" + elements + "</flow>";
  }
}
