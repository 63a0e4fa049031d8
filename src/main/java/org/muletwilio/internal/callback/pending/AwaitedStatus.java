package org.muletwilio.internal.callback.pending;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.codec.PathSegmentCodec;
import org.muletwilio.internal.callback.content.CallbackContent;
import org.muletwilio.internal.callback.trust.CallerAccount;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The last status that is awaited for one message or call: its kind, its account and its SID. The SID alone is not enough:
 * machine detection and a caller ID's verification are about a call as well, and end while the call goes on; and a subaccount's
 * callbacks are not the account's. Immutable.
 */
public final class AwaitedStatus {

  /** The kinds that can be looked up. */
  private static final Set<CallbackKind> KINDS = EnumSet.of(CallbackKind.MESSAGE_STATUS, CallbackKind.CALL_STATUS);
  private static final String SEPARATOR = "/";
  private static final int PARTS = 3;

  private final CallbackKind kind;
  private final String accountSid;
  private final String sid;

  /**
   * @param kind what Twilio calls back about: the status of a message or call
   * @param accountSid the account that owns it
   * @param sid of the message or call
   */
  public AwaitedStatus(CallbackKind kind, String accountSid, String sid) {
    this.kind = kind;
    this.accountSid = accountSid;
    this.sid = sid;
  }

  /**
   * @param kind what a callback is about
   * @param caller whose callback it is: what operations of this connector made, and so await, is the own account's
   * @param content what it tells
   * @return whose last status it reports; empty where it reports none, or none that can be awaited
   */
  public static Optional<AwaitedStatus> endedBy(CallbackKind kind, CallerAccount caller, CallbackContent content) {
    String account = content.getFields().get("AccountSid");
    return KINDS.contains(kind) && caller.isOwn() && content.isTerminal() && account != null
        ? content.getResourceSid().map(sid -> new AwaitedStatus(kind, account, sid)) : Optional.empty();
  }

  public CallbackKind getKind() {
    return kind;
  }

  public String getAccountSid() {
    return accountSid;
  }

  public String getSid() {
    return sid;
  }

  /** @return the name of the field with which callbacks tell the SID */
  public String getSidField() {
    return kind == CallbackKind.CALL_STATUS ? "CallSid" : "MessageSid";
  }

  /** @return the key under which an object store keeps it */
  public String toKey() {
    return String.join(SEPARATOR, kind.getPathSegment(), PathSegmentCodec.encode(accountSid), PathSegmentCodec.encode(sid));
  }

  /** @return what is kept under a key, or empty where {@link #toKey} has not made that */
  public static Optional<AwaitedStatus> ofKey(String key) {
    String[] parts = key.split(SEPARATOR, -1);
    return parts.length != PARTS ? Optional.empty()
        : CallbackKind.ofPathSegment(parts[0]).filter(KINDS::contains).flatMap(kind -> PathSegmentCodec.decode(parts[1])
            .flatMap(account -> PathSegmentCodec.decode(parts[2]).map(sid -> new AwaitedStatus(kind, account, sid))));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AwaitedStatus && kind == ((AwaitedStatus) other).kind && sid.equals(((AwaitedStatus) other).sid)
        && accountSid.equals(((AwaitedStatus) other).accountSid);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, accountSid, sid);
  }

  @Override
  public String toString() {
    return sid;
  }
}
