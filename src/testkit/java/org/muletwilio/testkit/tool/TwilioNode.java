package org.muletwilio.testkit.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Signatures by Twilio's library for Node.js. */
public final class TwilioNode {

  private static final NodeTool NODE = new NodeTool("twilio-node", "twilio");
  private static final ObjectMapper JSON = new ObjectMapper();

  private TwilioNode() {}

  /** The library's signature, and whether it accepts that or a given one. */
  public record Answer(String signature, boolean valid) {
  }

  /** @return why it can't be run, or empty where it can */
  public static Optional<String> reasonAgainst() {
    return NODE.reasonAgainst();
  }

  /**
   * @param folder for files
   * @param cases what to sign or check, as signatures.js describes it
   */
  public static List<Answer> answers(Path folder, List<Map<String, Object>> cases) throws IOException, InterruptedException {
    Path questions = Files.createTempFile(folder, "cases", ".json");
    Path answers = Files.createTempFile(folder, "answers", ".json");
    JSON.writeValue(questions.toFile(), cases);
    try (ToolProcess node = ToolProcess.start(folder, NODE.command("signatures.js", questions.toString(), answers.toString()))) {
      node.awaitEnd(Duration.ofSeconds(60));
    }
    List<Answer> all = new ArrayList<>();
    for (JsonNode answer : JSON.readTree(answers.toFile())) {
      all.add(new Answer(answer.get("signature").asText(), answer.get("valid").asBoolean()));
    }
    return all;
  }
}
