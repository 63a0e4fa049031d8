package jakarta.inject;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** As {@link Inject}, for the name of what is injected. Never packaged. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Named {

  /** @return the name */
  String value();
}
