package interline.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * What became of a program.
 *
 * @param exit its exit code; -1 if it could not be started, or took too long
 * @param output all that it wrote
 */
public record Run(int exit, String output) {

  /** Runs a program here, to its end or for so many seconds. */
  public static Run of(int seconds, String... command) throws IOException, InterruptedException {
    return in(Path.of(""), seconds, command);
  }

  /** The same in another directory, which is made if it is not there. */
  static Run in(Path directory, int seconds, String... command)
      throws IOException, InterruptedException {
    Files.createDirectories(directory.toAbsolutePath());
    Path output = Files.createTempFile(Path.of("target"), "run", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toAbsolutePath().toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      return new Run(
          ended ? process.exitValue() : -1, Files.readString(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return new Run(-1, String.valueOf(e.getMessage()));
    } finally {
      Files.delete(output);
    }
  }
}
