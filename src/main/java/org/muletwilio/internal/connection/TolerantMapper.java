package org.muletwilio.internal.connection;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.BeanDescription;
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
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.jsontype.TypeIdResolver;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.TreeTraversingParser;
import com.fasterxml.jackson.databind.type.ArrayType;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import com.fasterxml.jackson.databind.util.ClassUtil;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Makes the SDK read an answer that has a value which Java doesn't know, such as a new currency: then only that value is null,
 * and the rest is there, above all the SID of what was created. Each value is read by itself, so that a failure does not leave
 * the reader in the middle of a value.
 */
final class TolerantMapper {

  private TolerantMapper() {}

  /** @return the mapper that the SDK itself would use, but tolerant */
  static ObjectMapper create() {
    SimpleModule tolerant = new SimpleModule("tolerant");
    tolerant.setDeserializerModifier(new TolerantModifier());
    ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule()).registerModule(tolerant);
    mapper.setHandlerInstantiator(new TolerantInstantiator());
    return mapper;
  }

  /** For values that Jackson itself reads. */
  private static final class TolerantModifier extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyDeserializer(DeserializationConfig config, BeanDescription bean,
                                                  JsonDeserializer<?> deserializer) {
      return tolerant(deserializer);
    }

    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(DeserializationConfig config, JavaType type, BeanDescription bean,
                                                      JsonDeserializer<?> deserializer) {
      return tolerant(deserializer);
    }

    @Override
    public JsonDeserializer<?> modifyCollectionDeserializer(DeserializationConfig config, CollectionType type,
                                                            BeanDescription bean, JsonDeserializer<?> deserializer) {
      return tolerant(deserializer);
    }

    @Override
    public JsonDeserializer<?> modifyMapDeserializer(DeserializationConfig config, MapType type, BeanDescription bean,
                                                     JsonDeserializer<?> deserializer) {
      return tolerant(deserializer);
    }

    @Override
    public JsonDeserializer<?> modifyArrayDeserializer(DeserializationConfig config, ArrayType type, BeanDescription bean,
                                                       JsonDeserializer<?> deserializer) {
      return tolerant(deserializer);
    }

    /** JSON as such holds any value, and is what the others are read from. */
    private static JsonDeserializer<?> tolerant(JsonDeserializer<?> deserializer) {
      Class<?> type = deserializer.handledType();
      return type != null && JsonNode.class.isAssignableFrom(type) ? deserializer : new TolerantDeserializer(deserializer);
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

  /** Reads an object or array within the answer to its end before it converts it. JSON that is broken fails. */
  private static final class TolerantDeserializer extends DelegatingDeserializer {

    private static final long serialVersionUID = 1L;

    TolerantDeserializer(JsonDeserializer<?> deserializer) {
      super(deserializer);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> deserializer) {
      return new TolerantDeserializer(deserializer);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      if (parser.currentToken().isScalarValue()) {
        return scalar(parser, context);
      }
      JsonStreamContext outer = parser.getParsingContext().getParent();
      if (outer == null || outer.inRoot()) {
        return _delegatee.deserialize(parser, context);
      }
      JsonNode value = parser.readValueAsTree();
      try (JsonParser own = new TreeTraversingParser(value, parser.getCodec())) {
        own.nextToken();
        return _delegatee.deserialize(own, context);
      } catch (IOException | RuntimeException e) {
        return null;
      }
    }

    private Object scalar(JsonParser parser, DeserializationContext context) throws IOException {
      try {
        return _delegatee.deserialize(parser, context);
      } catch (JsonParseException e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        return null;
      }
    }
  }
}
