package interline.gateway;

import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Percent-encoding, of paths and of queries. An escape that is none stays as it is written. */
final class Percent {

  private Percent() {}

  /** The segments of a path, decoded one by one; a slash at the end makes no difference. */
  static List<String> segments(String path) {
    int end = path.endsWith("/") ? path.length() - 1 : path.length();
    List<String> segments = new ArrayList<>();
    int start = path.startsWith("/") ? 1 : 0;
    while (start <= end && end > 0) {
      int slash = path.indexOf('/', start);
      int stop = slash < 0 || slash > end ? end : slash;
      segments.add(segment(path.substring(start, stop)));
      start = stop + 1;
    }
    return List.copyOf(segments);
  }

  /** The parameters of a query in their order, each with all its values. */
  static Map<String, List<String>> parameters(String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    int start = 0;
    while (start < query.length()) {
      int ampersand = query.indexOf('&', start);
      int end = ampersand < 0 ? query.length() : ampersand;
      if (end > start) {
        int equals = query.indexOf('=', start);
        int split = equals < 0 || equals > end ? end : equals;
        parameters
            .computeIfAbsent(parameter(query.substring(start, split)), _ -> new ArrayList<>(1))
            .add(parameter(query.substring(Math.min(split + 1, end), end)));
      }
      start = end + 1;
    }
    return parameters;
  }

  private static String parameter(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return encoded;
    }
  }

  /** In a path a plus is a plus, which {@link URLDecoder} would take for a space. */
  private static String segment(String encoded) {
    if (encoded.indexOf('%') < 0) {
      return encoded;
    }
    byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int octet = bytes[i] == '%' && i + 2 < bytes.length ? octet(bytes[i + 1], bytes[i + 2]) : -1;
      decoded.write(octet < 0 ? bytes[i] : octet);
      i += octet < 0 ? 0 : 2;
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  private static int octet(byte high, byte low) {
    int h = Character.digit(high, 16);
    int l = Character.digit(low, 16);
    return h < 0 || l < 0 ? -1 : h << 4 | l;
  }
}
