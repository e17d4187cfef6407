package interline.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * A class that handles events, by Lambda's own serialization. It has a public constructor that
 * takes its environment, beside the one without arguments that Lambda calls.
 */
final class HandlerClass {
  /** One instance of the class. JSON in, JSON out. */
  @FunctionalInterface
  interface Handler {
    String handle(String event, Context context) throws Exception;
  }

  private final Constructor<?> constructor;

  private HandlerClass(Constructor<?> constructor) {
    this.constructor = constructor;
  }

  /**
   * Finds the class of a function.
   *
   * @throws StartFailure if it is missing or cannot handle events
   */
  static HandlerClass of(Template.Function function) {
    String name = function.handler();
    try {
      Class<?> type = Class.forName(name, false, Thread.currentThread().getContextClassLoader());
      if (!RequestHandler.class.isAssignableFrom(type)
          && !RequestStreamHandler.class.isAssignableFrom(type)) {
        throw new StartFailure(function.id() + ": " + name + " is no Lambda handler");
      }
      return new HandlerClass(type.getConstructor(Map.class));
    } catch (ClassNotFoundException _) {
      throw new StartFailure(function.id() + ": handler class " + name + " is missing");
    } catch (NoSuchMethodException _) {
      throw new StartFailure(
          function.id() + ": " + name + " has no public constructor that takes its environment");
    }
  }

  /** A new instance, with its own serializers, as in a new execution environment. */
  Handler instance(Map<String, String> environment) throws Exception {
    Object instance;
    try {
      instance = constructor.newInstance(environment);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
    return switch (instance) {
      case RequestStreamHandler streams -> (event, context) -> stream(streams, event, context);
      case RequestHandler<?, ?> objects -> objects(objects);
      default -> throw new IllegalStateException(instance + " is no handler");
    };
  }

  private static String stream(RequestStreamHandler handler, String event, Context context)
      throws Exception {
    var answer = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, context);
    return answer.toString(StandardCharsets.UTF_8);
  }

  @SuppressWarnings("unchecked") // The serializer is the one for what the handler takes.
  private static Handler objects(RequestHandler<?, ?> handler) {
    Method method =
        Arrays.stream(handler.getClass().getMethods())
            .filter(m -> m.getName().equals("handleRequest") && !m.isBridge())
            .filter(m -> m.getParameterCount() == 2 && m.getParameterTypes()[1] == Context.class)
            .findFirst()
            .orElseThrow();
    PojoSerializer<Object> in = serializer(method.getGenericParameterTypes()[0]);
    PojoSerializer<Object> out = serializer(method.getGenericReturnType());
    var typed = (RequestHandler<Object, Object>) handler;
    return (event, context) -> {
      Object given = in.fromJson(event);
      Object answer = Meter.handling(() -> typed.handleRequest(given, context));
      var json = new ByteArrayOutputStream();
      out.toJson(answer, json);
      return json.toString(StandardCharsets.UTF_8);
    };
  }

  @SuppressWarnings("unchecked") // A serializer for a type serves it as an Object too.
  private static PojoSerializer<Object> serializer(Type type) {
    if (type instanceof Class<?> event
        && LambdaEventSerializers.isLambdaSupportedEvent(event.getName())) {
      return (PojoSerializer<Object>)
          LambdaEventSerializers.serializerFor(event, event.getClassLoader());
    }
    return JacksonFactory.getInstance().getSerializer(type);
  }
}
