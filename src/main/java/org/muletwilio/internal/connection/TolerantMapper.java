package org.muletwilio.internal.connection;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.cfg.HandlerInstantiator;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.jsontype.TypeIdResolver;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.node.TreeTraversingParser;
import com.fasterxml.jackson.databind.util.ClassUtil;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Makes the SDK read an answer that has a value which Java doesn't know, such as a currency of tomorrow: that one value is null
 * then, and the rest, above all the SID of what was made, is there.
 */
final class TolerantMapper {

  private TolerantMapper() {}

  /** @return the mapper that the SDK itself would use, but tolerant */
  static ObjectMapper create() {
    ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule()).addHandler(new NullForUnknown());
    mapper.setHandlerInstantiator(new TolerantInstantiator());
    return mapper;
  }

  /** For values that Jackson itself reads. */
  private static final class NullForUnknown extends DeserializationProblemHandler {

    @Override
    public Object handleWeirdStringValue(DeserializationContext context, Class<?> type, String value, String message) {
      return null;
    }

    @Override
    public Object handleWeirdNumberValue(DeserializationContext context, Class<?> type, Number value, String message) {
      return null;
    }

    @Override
    public Object handleUnexpectedToken(DeserializationContext context, JavaType type, JsonToken token, JsonParser parser,
                                        String message) throws IOException {
      parser.skipChildren();
      return null;
    }

    @Override
    public Object handleInstantiationProblem(DeserializationContext context, Class<?> type, Object argument, Throwable failure) {
      return null;
    }

    @Override
    public Object handleMissingInstantiator(DeserializationContext context, Class<?> type, ValueInstantiator instantiator,
                                            JsonParser parser, String message) throws IOException {
      parser.skipChildren();
      return null;
    }
  }

  /** For values that the SDK reads by deserializers of its own, which it names in annotations. */
  private static final class TolerantInstantiator extends HandlerInstantiator {

    @Override
    public JsonDeserializer<?> deserializerInstance(DeserializationConfig config, Annotated annotated, Class<?> type) {
      return new TolerantDeserializer((JsonDeserializer<?>) ClassUtil.createInstance(type, config.canOverrideAccessModifiers()));
    }

    @Override
    public KeyDeserializer keyDeserializerInstance(DeserializationConfig config, Annotated annotated, Class<?> type) {
      return null;
    }

    @Override
    public JsonSerializer<?> serializerInstance(SerializationConfig config, Annotated annotated, Class<?> type) {
      return null;
    }

    @Override
    public TypeResolverBuilder<?> typeResolverBuilderInstance(MapperConfig<?> config, Annotated annotated, Class<?> type) {
      return null;
    }

    @Override
    public TypeIdResolver typeIdResolverInstance(MapperConfig<?> config, Annotated annotated, Class<?> type) {
      return null;
    }
  }

  private static final class TolerantDeserializer extends JsonDeserializer<Object> {

    private final JsonDeserializer<?> deserializer;

    TolerantDeserializer(JsonDeserializer<?> deserializer) {
      this.deserializer = deserializer;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      JsonNode value = parser.readValueAsTree();
      try (JsonParser own = new TreeTraversingParser(value, parser.getCodec())) {
        own.nextToken();
        return deserializer.deserialize(own, context);
      } catch (IOException | RuntimeException e) {
        return null;
      }
    }
  }
}
