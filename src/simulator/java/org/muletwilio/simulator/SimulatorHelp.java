package org.muletwilio.simulator;

/** What {@code --help} prints. */
final class SimulatorHelp {

  static final String TEXT = """
      Twilio on this machine: its REST API, and callbacks as Twilio sends them. A browser shows a page at the API's root.

        --config FILE          reads options, accounts, numbers, messaging services and outcomes from a JSON file; its
                               outcomes, numbers and faults are read again when the file changes
        --state FILE           keeps messages, calls, numbers ... in this file from run to run
        --port N               the API's port (%d; 0 takes a free one)
        --host ADDRESS         the address to bind to (127.0.0.1)
        --remote-page          shows the page to other machines too; it asks for no password
        --account-sid AC...    the account (AC and 32 zeros)
        --auth-token TOKEN     its auth token (32 ones)
        --api-key SID:SECRET   an API key of the account
        --pace DURATION        the pause before each next state of a message, and how long a second
                               of a call lasts, such as 200ms or 2s (50ms)
        --shared-key URL=NAME:SECRET
                               signs callbacks to addresses that start with the URL with a shared key of Twilio's
                               webhook configuration, such as https://gentle-fox.loca.lt/=mule:a-secret
        --route PUBLIC=LOCAL   delivers callbacks for a public address to a local one,
                               such as https://gentle-fox.loca.lt=http://127.0.0.1:8081
        --outcome TO=OUTCOME   how messages to a number end: delivered, read, sent, undelivered:30003, failed:30007;
                               several are used one after the other: failed:30003,delivered (the last one stays)
        --call NUMBER=OUTCOME  how calls to or from a number go: busy, no-answer, failed, answered, attended (a person
                               answers on the page), or answered:1,42 for what to press, or say, each time it is asked for
                               both take FROM/TO in place of TO, and * for any number
        --phone-number NUMBER  a number of the account
        --sender SENDER        a WhatsApp or RCS sender of the account: whatsapp:+14155550150, rcs:brand
        --messaging-service MG...=NUMBER,SENDER
                               a messaging service by its SID (MG and 32 hexadecimal digits), and what is in it
        --strict-urls          refuses callback addresses that Twilio can't reach

      Faults of callbacks, each with a probability from 0 to 1:
        --drop P  --repeat P  --reorder P  --forge P  --delay P:DURATION
        --seed N               makes the choices repeatable

      Faults of the API:
        --api-fault STATUS:N   answers the next N creates with a status: 429, 500, 503 ...; cut cuts the connection
                               before the create is carried out, cut-after afterwards
        --api-delay DURATION   lets each answer wait

        --help                 shows this
      """.formatted(SimulatorOptions.DEFAULT_PORT);

  private SimulatorHelp() {}
}
