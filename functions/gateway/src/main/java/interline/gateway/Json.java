package interline.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one way in which JSON is read and written here: strict about the text, tolerant of members
 * nobody knows. Records are written as they stand, an empty {@link Optional} as null.
 */
public final class Json {

  /** As deep as a body may be nested; no dialect needs more than ten. */
  private static final int DEEPEST = 64;

  /** As long as a number may be written; beyond that it is an attack on our patience. */
  private static final int LONGEST_NUMBER = 100;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .build())
          .nodeFactory(new Numbers())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(new SimpleModule("interline").addSerializer(new OptionalSerializer()))
          .build();

  /** An escape in a JSON text; the one of a whole character, if that takes two. */
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\(?:u[dD][89abAB]\\p{XDigit}{2}\\\\u[dD][c-fC-F]\\p{XDigit}{2}"
              + "|(?<half>u[dD][89a-fA-F]\\p{XDigit}{2})|.)",
          Pattern.DOTALL);

  private Json() {}

  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /**
   * Reads exactly one JSON value. Half a character, which JSON can write and no store can keep, is
   * read as the replacement character.
   *
   * @throws Malformed.Body if the text is empty or anything else than one JSON value
   */
  public static JsonNode read(String text) {
    if (text.isBlank()) {
      throw new Malformed.Body(Malformed.Body.Defect.EMPTY);
    }
    try {
      return MAPPER.readTree(whole(text));
    } catch (JsonProcessingException e) {
      // What the parser says of it names its own classes; nobody outside wants to read that.
      throw new Malformed.Body(Malformed.Body.Defect.NOT_JSON);
    }
  }

  private static String whole(String text) {
    return text.contains("\\ud") || text.contains("\\uD")
        ? ESCAPE
            .matcher(text)
            .replaceAll(
                escape ->
                    Matcher.quoteReplacement(
                        escape.group("half") == null ? escape.group() : "\\ufffd"))
        : text;
  }

  /** Writes a value that this service itself made. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not to be written as JSON: " + value.getClass(), e);
    }
  }

  /**
   * Numbers that a decimal and the table can hold: one beyond a double is the greatest double,
   * which every rule finds too large, where Jackson has infinity; one that is next to nothing is
   * nothing.
   */
  private static final class Numbers extends JsonNodeFactory {

    private static final long serialVersionUID = 1;

    /** The table keeps no smaller one. */
    private static final double LEAST = 1e-130;

    @Override
    public NumericNode numberNode(double value) {
      double size = Math.abs(value);
      return super.numberNode(
          size < LEAST
              ? 0
              : Double.isInfinite(value) ? Math.copySign(Double.MAX_VALUE, value) : value);
    }
  }

  private static final class OptionalSerializer extends StdSerializer<Optional<?>> {

    OptionalSerializer() {
      super(Optional.class, false);
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, Optional<?> value) {
      return value.isEmpty();
    }

    @Override
    public void serialize(Optional<?> value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (value.isPresent()) {
        provider.defaultSerializeValue(value.get(), out);
      } else {
        provider.defaultSerializeNull(out);
      }
    }
  }
}
