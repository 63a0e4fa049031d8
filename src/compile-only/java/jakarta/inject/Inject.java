package jakarta.inject;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the compiler needs to know of the annotation that Mule 4.10 and later inject by. They still take that of
 * {@code javax.inject}, the only one before, so that each injected field has both. This declaration is never packaged: at run
 * time Mule brings the real one, or, before 4.10, the JVM ignores an annotation whose class is missing.
 */
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Inject {
}
