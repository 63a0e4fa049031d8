package org.muletwilio.testkit.catalogue;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Readable names: the API's package and version, then the path without version, variables and account, then the action. */
final class OperationNames {

  /** Two readers of one resource: one for a worker, one for all. */
  private static final Map<String, String> CORRECTIONS = Map.of("WorkersStatisticsFetcher", "Workspaces.WorkersStatistics.fetch");
  private static final String ACCOUNTS = "Accounts";

  private OperationNames() {}

  /** @return such as <code>verify.v2</code> */
  static String apiOf(SdkOperation operation) {
    String[] parts = operation.sdkClass().getPackageName().split("\\.");
    return parts[3] + "." + parts[4];
  }

  /** @return such as <code>Services.Verifications.create</code> */
  static String of(SdkOperation operation) {
    String correction = CORRECTIONS.get(operation.sdkClass().getSimpleName());
    if (correction != null) {
      return correction;
    }
    List<String> segments = new ArrayList<>(List.of(operation.path().substring(1).split("/")));
    if (segments.get(0).matches("v\\d+|2010-04-01")) {
      segments.remove(0);
    }
    if (segments.size() > 2 && segments.get(0).equals(ACCOUNTS) && segments.get(1).equals("{AccountSid}")) {
      segments.remove(0);
    }
    segments.removeIf(segment -> segment.matches("\\{\\w+}(\\.json)?"));
    String action = operation.action() == SdkAction.DELETE_WITH_ANSWER ? "delete" : operation.action().name().toLowerCase(ROOT);
    return String.join(".", segments).replace(".json", "") + "." + action;
  }
}
