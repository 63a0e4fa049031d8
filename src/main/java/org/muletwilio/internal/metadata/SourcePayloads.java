package org.muletwilio.internal.metadata;

import org.mule.metadata.api.model.MetadataType;
import org.mule.runtime.api.metadata.MetadataContext;
import org.mule.runtime.api.metadata.resolving.OutputTypeResolver;

import org.muletwilio.api.callback.CallbackKind;

/** The types of what sources give their flows: each source has one kind of callback. */
public final class SourcePayloads {

  private SourcePayloads() {}

  /** Of one kind of callback. */
  public abstract static class OfKind implements OutputTypeResolver<Object> {

    private final CallbackKind kind;

    OfKind(CallbackKind kind) {
      this.kind = kind;
    }

    @Override
    public final String getCategoryName() {
      return "callbacks";
    }

    @Override
    public final String getResolverName() {
      return "source-" + kind.getPathSegment();
    }

    @Override
    public final MetadataType getOutputType(MetadataContext context, Object key) {
      return new CallbackPayload().getOutputType(context, kind);
    }
  }

  /** Of an incoming message. */
  public static final class OfMessage extends OfKind {

    public OfMessage() {
      super(CallbackKind.INBOUND_MESSAGE);
    }
  }

  /** Of an incoming call. */
  public static final class OfCall extends OfKind {

    public OfCall() {
      super(CallbackKind.CALL_INSTRUCTIONS);
    }
  }

  /** Of an incoming message whose first address has failed. */
  public static final class OfMessageFallback extends OfKind {

    public OfMessageFallback() {
      super(CallbackKind.INBOUND_MESSAGE_FALLBACK);
    }
  }

  /** Of a call whose first address has failed. */
  public static final class OfCallFallback extends OfKind {

    public OfCallFallback() {
      super(CallbackKind.CALL_FALLBACK);
    }
  }

  /** Of a message's status. */
  public static final class OfMessageStatus extends OfKind {

    public OfMessageStatus() {
      super(CallbackKind.MESSAGE_STATUS);
    }
  }

  /** Of a call's status. */
  public static final class OfCallStatus extends OfKind {

    public OfCallStatus() {
      super(CallbackKind.CALL_STATUS);
    }
  }

  /** Of an event, or a batch of them: JSON. */
  public static final class OfEvent extends OfKind {

    public OfEvent() {
      super(CallbackKind.EVENT);
    }
  }
}
