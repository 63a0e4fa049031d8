package org.muletwilio.simulator.catalogue;

import java.util.Map;

/** With which letters the SIDs of resources begin, by the host and the collection. */
final class SidPrefixes {

  private static final Map<String, String> OF_COLLECTIONS = Map.ofEntries(
      Map.entry("verify/Services", "VA"), Map.entry("verify/Verifications", "VE"), Map.entry("verify/VerificationCheck", "VE"),
      Map.entry("verify/Webhooks", "YW"), Map.entry("verify/Entities", "YE"), Map.entry("verify/Factors", "YF"),
      Map.entry("taskrouter/Workspaces", "WS"), Map.entry("taskrouter/Tasks", "WT"), Map.entry("taskrouter/Workers", "WK"),
      Map.entry("taskrouter/Workflows", "WW"), Map.entry("taskrouter/TaskQueues", "WQ"), Map.entry("taskrouter/Activities", "WA"),
      Map.entry("taskrouter/Reservations", "WR"), Map.entry("taskrouter/TaskChannels", "TC"),
      Map.entry("conversations/Services", "IS"), Map.entry("conversations/Conversations", "CH"),
      Map.entry("conversations/Participants", "MB"), Map.entry("conversations/Messages", "IM"),
      Map.entry("conversations/Webhooks", "WH"), Map.entry("conversations/Users", "US"), Map.entry("conversations/Roles", "RL"),
      Map.entry("chat/Services", "IS"), Map.entry("chat/Channels", "CH"), Map.entry("chat/Messages", "IM"),
      Map.entry("chat/Members", "MB"), Map.entry("chat/Users", "US"), Map.entry("video/Rooms", "RM"),
      Map.entry("video/Compositions", "CJ"), Map.entry("video/CompositionHooks", "HK"), Map.entry("sync/Services", "IS"),
      Map.entry("sync/Documents", "ET"), Map.entry("sync/Lists", "ES"), Map.entry("sync/Maps", "MP"),
      Map.entry("studio/Flows", "FW"), Map.entry("studio/Executions", "FN"), Map.entry("events/Sinks", "DG"),
      Map.entry("events/Subscriptions", "DF"), Map.entry("messaging/Services", "MG"), Map.entry("proxy/Services", "KS"),
      Map.entry("proxy/Sessions", "KC"), Map.entry("proxy/Participants", "KP"), Map.entry("proxy/Interactions", "KI"),
      Map.entry("trunking/Trunks", "TK"), Map.entry("content/Content", "HX"), Map.entry("serverless/Services", "ZS"),
      Map.entry("serverless/Functions", "ZH"), Map.entry("serverless/Environments", "ZE"), Map.entry("notify/Services", "IS"),
      Map.entry("notify/Bindings", "BS"), Map.entry("notify/Notifications", "NT"), Map.entry("voice/ByocTrunks", "BY"),
      Map.entry("supersim/Sims", "HS"), Map.entry("supersim/Fleets", "HF"), Map.entry("wireless/Sims", "DE"),
      Map.entry("api/Addresses", "AD"), Map.entry("api/Queues", "QU"), Map.entry("api/Keys", "SK"), Map.entry("api/Tokens", "NT"),
      Map.entry("api/Domains", "SD"), Map.entry("api/Triggers", "UT"), Map.entry("api/Payments", "PK"),
      Map.entry("api/Streams", "MZ"), Map.entry("api/CredentialLists", "CL"), Map.entry("api/IpAccessControlLists", "AL"));

  private SidPrefixes() {}

  /** Two letters; XX for what is not known. */
  static String of(Endpoint endpoint) {
    String product = endpoint.host().substring(0, endpoint.host().indexOf('.'));
    return OF_COLLECTIONS.getOrDefault(product + "/" + endpoint.collection(), "XX");
  }
}
