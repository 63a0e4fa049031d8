package org.muletwilio.simulator.catalogue;

import java.util.HashMap;
import java.util.Map;

/** With which letters the SIDs of resources begin, by the product and the collection, as Twilio's API description has them. */
final class SidPrefixes {

  /** A product, and after a colon its collections; a line that begins with blanks goes on with the product before it. */
  private static final String TABLE = """
      accounts: AWS=CR Numbers=GN PublicKeys=CR
      api: Accounts=AC Addresses=AD Applications=AP AssignedAddOns=XE Calls=CA CredentialListMappings=CL CredentialLists=CL
        Credentials=CR Domains=SD IncomingPhoneNumbers=PN IpAccessControlListMappings=AL IpAccessControlLists=AL
        IpAddresses=IP Keys=SK Local=PN Messages=SM Mobile=PN Payments=PK Queues=QU Recordings=RE SigningKeys=SK Siprec=SR
        Streams=MZ Tokens=NT TollFree=PN Transcriptions=GT Triggers=UT UserDefinedMessageSubscriptions=ZY
        UserDefinedMessages=KX
      chat: Channels=CH Credentials=CR Invites=IN Members=MB Messages=IM Roles=RL Services=IS Users=US Webhooks=WH
      content: Content=HX
      conversations: Addresses=IG ConversationWithParticipants=CH Conversations=CH Credentials=CR Messages=IM
        Participants=MB Roles=RL Services=IS Users=US Webhooks=WH
      events: Sinks=DG Subscriptions=DF
      flex-api: Channels=CH Configurations=FJ FlexFlows=FO Interactions=KD Invites=KG Participants=UT Plugins=FP Releases=FK
        Transfers=UX Versions=FV WebChannels=CH
      iam: Keys=SK OAuthApps=OQ
      intelligence: Custom=LY Services=GA Transcripts=GT
      ip-messaging: Channels=CH Credentials=CR Invites=IN Members=MB Messages=IM Roles=RL Services=IS Users=US Webhooks=WH
      marketplace: InstalledAddOns=XE Listings=XB
      messaging: AlphaSenders=AI BrandRegistrations=BN ChannelSenders=XE DestinationAlphaSenders=AI PhoneNumbers=PN
        PreregisteredUsa2p=QE Senders=XE Services=MG ShortCodes=SC Usa2p=QE Verifications=HH
      notify: Bindings=BS Credentials=CR Notifications=NT Services=IS
      numbers: AuthorizationDocuments=PX Bundles=BU Copies=BU EndUsers=IT Evaluations=EL HostedNumberOrders=HR
        ItemAssignments=BV Orders=HR ReplaceItems=BU SupportingDocuments=RD
      preview: AuthorizationDocuments=PX Commands=DC HostedNumberOrders=HR InstalledAddOns=XE RatePlans=WP
      preview-iam: RoleAssignments=IY
      proxy: Interactions=KI MessageInteractions=KI Participants=KP PhoneNumbers=PN Services=KS Sessions=KC
      serverless: Assets=ZH Builds=ZB Deployments=ZD Environments=ZE Functions=ZH Services=ZS Variables=ZV
      studio: Engagements=FN Executions=FN Flows=FW
      supersim: ESimProfiles=HP Fleets=HF IpCommands=HG NetworkAccessProfiles=HA Networks=HW Sims=HS SmsCommands=HC
      sync: Documents=ET Lists=ES Maps=MP Messages=TZ Services=IS Streams=TO
      taskrouter: Activities=WA Reservations=WR TaskChannels=TC TaskQueues=WQ Tasks=WT Workers=WK Workflows=WW Workspaces=WS
      trunking: CredentialLists=CL IpAccessControlLists=AL OriginationUrls=OU PhoneNumbers=PN Trunks=TK
      trusthub: ChannelEndpointAssignments=RA CustomerProfiles=BU EndUsers=IT EntityAssignments=BV Evaluations=EL
        SupportingDocuments=RD TrustProducts=BU
      verify: AccessTokens=YK Buckets=BL Challenges=YC Entities=YE Factors=YF Notifications=NT Numbers=GN RateLimits=RK
        Services=VA VerificationCheck=VE Verifications=VE Webhooks=YW
      video: CompositionHooks=HK Compositions=CJ Rooms=RM
      voice: ByocTrunks=BY ConnectionPolicies=NY IpRecords=IL SourceIpMappings=IB Targets=NE
      wireless: Commands=DC RatePlans=WP Sims=DE
      """;

  private static final Map<String, String> OF_COLLECTIONS = read();

  private SidPrefixes() {}

  /** Two letters; XX for what is not known. */
  static String of(Endpoint endpoint) {
    String product = endpoint.host().substring(0, endpoint.host().indexOf('.'));
    return OF_COLLECTIONS.getOrDefault(product + "/" + endpoint.collection(), "XX");
  }

  private static Map<String, String> read() {
    Map<String, String> prefixes = new HashMap<>();
    String product = "";
    for (String word : TABLE.trim().split("\\s+")) {
      if (word.endsWith(":")) {
        product = word.substring(0, word.length() - 1);
      } else {
        prefixes.put(product + "/" + word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
      }
    }
    return prefixes;
  }
}
