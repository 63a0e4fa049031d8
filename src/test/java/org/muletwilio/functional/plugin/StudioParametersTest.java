package org.muletwilio.functional.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.mule.metadata.api.annotation.EnumAnnotation;
import org.mule.metadata.api.model.NumberType;
import org.mule.metadata.api.model.StringType;
import org.mule.runtime.api.meta.model.display.DisplayModel;
import org.mule.runtime.api.meta.model.display.HasDisplayModel;
import org.mule.runtime.api.meta.model.display.LayoutModel;
import org.mule.runtime.api.meta.model.parameter.ParameterModel;
import org.mule.runtime.api.meta.model.source.SourceCallbackModel;
import org.mule.runtime.extension.api.annotation.param.display.Placement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** What Studio says of each parameter, where it shows it, and what it offers for it. */
class StudioParametersTest extends ModelFixture {

  @Test
  void everyElementAndAttributeHasANameAndASummary() {
    List<String> undescribed = new ArrayList<>();
    elements().forEach((name, element) -> {
      if (!(element instanceof SourceCallbackModel) && !isDescribed(((HasDisplayModel) element).getDisplayModel())) {
        undescribed.add(name);
      }
      own(element).filter(parameter -> !isDescribed(parameter.getDisplayModel()))
          .forEach(parameter -> undescribed.add(name + " " + parameter.getName()));
    });
    assertEquals(List.of(), undescribed, "no display name or summary");
  }

  /** A summary is a whole statement; Studio adds nothing to it, and the reference a full stop. */
  @Test
  void summariesAreWritten() {
    List<String> wrong = new ArrayList<>();
    elements().forEach((name, element) -> own(element).forEach(parameter -> {
      String summary = parameter.getDisplayModel().map(DisplayModel::getSummary).orElse("");
      if (summary.endsWith(".") || summary.isEmpty() || Character.isLowerCase(summary.charAt(0))
          || summary.equals(parameter.getDisplayModel().get().getDisplayName())) {
        wrong.add(name + " " + parameter.getName() + ": " + summary);
      }
    }));
    assertEquals(List.of(), wrong);
  }

  /** What can be anything at all, as a SID or an address, shows what it looks like. */
  @Test
  void everyTextOrNumberHasAnExample() {
    List<String> without = new ArrayList<>();
    elements().forEach((name, element) -> own(element)
        .filter(parameter -> parameter.getType() instanceof StringType || parameter.getType() instanceof NumberType)
        .filter(parameter -> parameter.getType().getAnnotation(EnumAnnotation.class).isEmpty())
        .filter(parameter -> parameter.getLayoutModel().filter(LayoutModel::isPassword).isEmpty())
        .filter(parameter -> parameter.getDisplayModel().map(DisplayModel::getExample).filter(text -> !blank(text)).isEmpty())
        .forEach(parameter -> without.add(name + " " + parameter.getName())));
    assertEquals(List.of(), without, "no example");
  }

  /** What must be given is not hidden on another tab, and no two of a tab's group claim one place. */
  @Test
  void everyAttributeHasItsPlace() {
    List<String> misplaced = new ArrayList<>();
    elements().forEach((name, element) -> {
      own(element).filter(ParameterModel::isRequired).filter(parameter -> isAdvanced(parameter.getLayoutModel()))
          .forEach(parameter -> misplaced.add(name + " " + parameter.getName() + " is required and on the tab Advanced"));
      element.getParameterGroupModels().forEach(group -> {
        Set<String> places = new HashSet<>();
        group.getParameterModels().stream().filter(parameter -> !MULES_OWN.contains(parameter.getName())).forEach(parameter -> {
          LayoutModel layout = parameter.getLayoutModel().orElse(null);
          boolean placed = layout != null && layout.getOrder().isPresent();
          String place = placed ? layout.getTabName().orElse("General") + " " + layout.getOrder().get() : "";
          if (!placed ? group.getParameterModels().size() > 1 && !group.getName().equals("General") : !places.add(place)) {
            misplaced.add(name + " " + group.getName() + " " + parameter.getName() + (placed ? " also at " + place : " nowhere"));
          }
        });
      });
    });
    assertEquals(List.of(), misplaced);
  }

  /** What the account knows is offered to choose from. */
  @Test
  void whatTheAccountHasIsOffered() {
    List<String> unoffered = new ArrayList<>();
    elements().forEach((name, element) -> own(element)
        .filter(parameter -> Set.of("applicationSid", "voiceApplicationSid", "smsApplicationSid", "messagingServiceSid",
            "contentSid", "incomingPhoneNumberSid", "from", "sender").contains(parameter.getName()))
        .filter(parameter -> parameter.getValueProviderModel().isEmpty())
        .forEach(parameter -> unoffered.add(name + " " + parameter.getName())));
    assertEquals(List.of(), unoffered, "no values");
  }

  private static boolean isAdvanced(java.util.Optional<LayoutModel> layout) {
    return layout.flatMap(LayoutModel::getTabName).filter(Placement.ADVANCED_TAB::equals).isPresent();
  }

  private static boolean isDescribed(java.util.Optional<DisplayModel> display) {
    return display.filter(model -> !blank(model.getDisplayName()) && !blank(model.getSummary())).isPresent();
  }

  private static boolean blank(String text) {
    return text == null || text.trim().isEmpty();
  }
}
