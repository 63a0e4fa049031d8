package org.muletwilio.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_ANNOTATION;
import static org.objectweb.asm.Opcodes.ACC_INTERFACE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.V1_8;

import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.inject.Inject;
import javax.inject.Named;

import org.junit.jupiter.api.Test;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Mule injects by {@code javax.inject} before 4.10, by both later, and one day by {@code jakarta.inject} alone. */
class InjectionTest {

  private static final Path CLASSES = Path.of("target/classes");
  private static final String JAKARTA = "jakarta.inject.Inject";
  private static final String JAKARTA_NAMED = "jakarta.inject.Named";

  @Test
  void mulesOfBothPackagesInjectTheSame() throws Exception {
    Set<String> today = injected(getClass().getClassLoader(), Inject.class.getName());
    assertFalse(today.isEmpty());
    assertEquals(today, injected(new JakartaAlone(), JAKARTA));
    Set<String> named = injected(getClass().getClassLoader(), Named.class.getName());
    assertFalse(named.isEmpty());
    assertEquals(named, injected(new JakartaAlone(), JAKARTA_NAMED));
  }

  /** The annotation that the compiler knows is not packaged: what runs here is what runs before 4.10. */
  @Test
  void oneIsMissingWithoutHarm() throws Exception {
    assertFalse(Files.exists(CLASSES.resolve("jakarta")));
    assertThrows(ClassNotFoundException.class, () -> Class.forName(JAKARTA));
    assertThrows(ClassNotFoundException.class, () -> new JakartaAlone().loadClass(Inject.class.getName()));
    assertNotEquals(null, new JakartaAlone().loadClass(JAKARTA));
  }

  private static Set<String> injected(ClassLoader loader, String annotation) throws Exception {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      Set<String> found = new TreeSet<>();
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        String name = CLASSES.relativize(file).toString().replace(".class", "").replace('/', '.');
        Class<?> type = Class.forName(name, false, loader);
        Stream.<AnnotatedElement[]>of(type.getDeclaredFields(), type.getDeclaredMethods(), type.getDeclaredConstructors())
            .flatMap(Arrays::stream).filter(each -> has(each, annotation)).map(each -> name + "." + ((Member) each).getName())
            .forEach(found::add);
      }
      return found;
    }
  }

  private static boolean has(AnnotatedElement element, String annotation) {
    return Arrays.stream(element.getAnnotations()).anyMatch(each -> each.annotationType().getName().equals(annotation));
  }

  /** Sees the connector, what it brings along and Mule, as a Mule does that knows {@code jakarta.inject} alone. */
  private static final class JakartaAlone extends ClassLoader {

    private JakartaAlone() {
      super(InjectionTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("javax.inject.")) {
        throw new ClassNotFoundException(name);
      }
      boolean own = name.startsWith("org.muletwilio.") || name.startsWith("jakarta.inject.");
      if (!own) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      try {
        byte[] bytes = name.startsWith("jakarta.inject.") ? annotation(name)
            : Files.readAllBytes(CLASSES.resolve(name.replace('.', '/') + ".class"));
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }

    private static byte[] annotation(String name) {
      ClassWriter type = new ClassWriter(0);
      type.visit(V1_8, ACC_PUBLIC | ACC_INTERFACE | ACC_ABSTRACT | ACC_ANNOTATION, name.replace('.', '/'), null,
          Type.getInternalName(Object.class), new String[] {"java/lang/annotation/Annotation"});
      AnnotationVisitor retention = type.visitAnnotation(Type.getDescriptor(Retention.class), true);
      retention.visitEnum("value", Type.getDescriptor(RetentionPolicy.class), RetentionPolicy.RUNTIME.name());
      retention.visitEnd();
      MethodVisitor value = type.visitMethod(ACC_PUBLIC | ACC_ABSTRACT, "value", "()Ljava/lang/String;", null, null);
      AnnotationVisitor none = value.visitAnnotationDefault();
      none.visit(null, "");
      none.visitEnd();
      value.visitEnd();
      type.visitEnd();
      return type.toByteArray();
    }
  }
}
