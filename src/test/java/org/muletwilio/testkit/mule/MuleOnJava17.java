package org.muletwilio.testkit.mule;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.jar.*;
import org.objectweb.asm.*;
import org.mule.runtime.core.api.MuleContext;
import org.mule.runtime.extension.api.dsl.syntax.resolver.DslSyntaxResolver;

/**
 * Lets Mule 4.1.1 run on Java 17 and on a released Reactor. Writes the classes that need it, changed, in front of Mule's jars on the
 * test class path:
 * <ul>
 * <li>mule-core was built on a milestone of Reactor 3.2 in which Flux.onErrorContinue and onErrorStop still bore other names;
 * <li>XmlDslSyntaxResolver fills a HashMap inside its own computeIfAbsent, which HashMap refuses since Java 9 and WeakHashMap does not.
 * </ul>
 */
public final class MuleOnJava17 {
  private static final Map<String, String> RELEASED = Map.of("errorStrategyContinue", "onErrorContinue", "errorStrategyStop", "onErrorStop");

  public static void main(String[] args) throws Exception {
    Path out = Paths.get(args[0]);
    rewrite(MuleContext.class, "errorStrategy", "", out);
    rewrite(DslSyntaxResolver.class, "XmlDslSyntaxResolver", "XmlDslSyntaxResolver.class", out);
  }

  private static void rewrite(Class<?> inJarOf, String mentions, String nameEnd, Path out) throws Exception {
    Path path = Paths.get(inJarOf.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (JarFile jar = new JarFile(path.toFile())) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        if (!entry.getName().endsWith(".class") || !entry.getName().endsWith(nameEnd)) continue;
        byte[] bytes;
        try (InputStream in = jar.getInputStream(entry)) { bytes = in.readAllBytes(); }
        if (!new String(bytes, StandardCharsets.ISO_8859_1).contains(mentions)) continue;
        boolean maps = !nameEnd.isEmpty();
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(bytes).accept(new ClassVisitor(Opcodes.ASM9, writer) {
          @Override public MethodVisitor visitMethod(int access, String name, String desc, String sig, String[] ex) {
            return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, desc, sig, ex)) {
              @Override public void visitTypeInsn(int op, String type) {
                super.visitTypeInsn(op, maps && type.equals("java/util/HashMap") ? "java/util/WeakHashMap" : type);
              }
              @Override public void visitMethodInsn(int op, String owner, String called, String d, boolean itf) {
                super.visitMethodInsn(op, maps && owner.equals("java/util/HashMap") ? "java/util/WeakHashMap" : owner,
                    RELEASED.getOrDefault(called, called), d, itf);
              }
            };
          }
        }, 0);
        Path file = out.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.write(file, writer.toByteArray());
        System.out.println("rewrote " + entry.getName());
      }
    }
  }
}
