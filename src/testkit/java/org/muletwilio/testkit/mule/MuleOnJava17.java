package org.muletwilio.testkit.mule;

import org.mule.mvel2.ParserContext;
import org.mule.runtime.core.api.MuleContext;
import org.mule.runtime.extension.api.dsl.syntax.resolver.DslSyntaxResolver;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Lets Mule 4.1.1 run on Java 17 to 25 and on a released Reactor: changed copies of eight classes come in front of its jars:
 * <ul>
 * <li>mule-core was built on a milestone of Reactor 3.2 in which {@code Flux.onErrorContinue} and {@code onErrorStop} still had
 * other names;
 * <li>{@code XmlDslSyntaxResolver} fills a HashMap inside its own {@code computeIfAbsent}, which HashMap refuses since Java 9 and
 * WeakHashMap does not;
 * <li>{@code until-successful} waits for ever as {@link UntilSuccessfulFix} says;
 * <li>MVEL has a literal for {@code java.lang.Compiler}, which Java 21 took out.
 * </ul>
 * The build runs it once test classes are compiled.
 */
public final class MuleOnJava17 {

  private static final Remapper RELEASED_REACTOR = new Remapper() {

    @Override
    public String mapMethodName(String owner, String name, String descriptor) {
      switch (name) {
        case "errorStrategyContinue":
          return "onErrorContinue";
        case "errorStrategyStop":
          return "onErrorStop";
        default:
          return name;
      }
    }
  };

  private static final Remapper TOLERANT_MAP = new Remapper() {

    @Override
    public String map(String type) {
      return type.equals("java/util/HashMap") ? "java/util/WeakHashMap" : type;
    }
  };

  private static final Remapper NO_COMPILER = new Remapper() {

    @Override
    public String map(String type) {
      return type.equals("java/lang/Compiler") ? "java/lang/Void" : type;
    }
  };

  private static final List<String> ON_MILESTONE_REACTOR = List.of(
      "org/mule/runtime/core/internal/construct/DefaultFlowBuilder$DefaultFlow",
      "org/mule/runtime/core/internal/processor/interceptor/ReactiveInterceptorAdapter",
      "org/mule/runtime/core/internal/routing/AbstractForkJoinRouter",
      "org/mule/runtime/core/internal/routing/Foreach",
      "org/mule/runtime/core/privileged/processor/chain/AbstractMessageProcessorChain");

  private static final List<String> CHANGING_A_MAP_IN_ITSELF =
      List.of("org/mule/runtime/extension/api/dsl/syntax/XmlDslSyntaxResolver");

  private static final List<String> NAMING_THE_COMPILER = List.of("org/mule/mvel2/compiler/AbstractParser");

  private final Path output;

  private MuleOnJava17(Path output) {
    this.output = output;
  }

  /**
   * @param args the folder of the class path that the changed classes go to
   */
  public static void main(String[] args) throws IOException, URISyntaxException {
    MuleOnJava17 rewriting = new MuleOnJava17(Paths.get(args[0]));
    rewriting.rewrite(ON_MILESTONE_REACTOR, locationOf(MuleContext.class), remapped(RELEASED_REACTOR));
    rewriting.rewrite(CHANGING_A_MAP_IN_ITSELF, locationOf(DslSyntaxResolver.class), remapped(TOLERANT_MAP));
    rewriting.rewrite(NAMING_THE_COMPILER, locationOf(ParserContext.class), remapped(NO_COMPILER));
    rewriting.rewrite(List.of(UntilSuccessfulFix.CHANGED), locationOf(MuleContext.class), UntilSuccessfulFix::new);
  }

  private static UnaryOperator<ClassVisitor> remapped(Remapper changes) {
    return writer -> new ClassRemapper(writer, changes);
  }

  private void rewrite(List<String> classes, Path jarFile, UnaryOperator<ClassVisitor> changes)
      throws IOException, URISyntaxException {
    try (JarFile jar = new JarFile(jarFile.toFile())) {
      for (String name : classes) {
        Path target = output.resolve(name + ".class");
        if (isNewer(target, jarFile) && isNewer(target, ownClassFile())) {
          continue;
        }
        Files.createDirectories(target.getParent());
        Files.write(target, changed(name, bytesOf(name, jar), changes));
      }
    }
  }

  private static byte[] bytesOf(String name, JarFile jar) throws IOException {
    JarEntry entry = jar.getJarEntry(name + ".class");
    if (entry == null) {
      throw new IllegalStateException(jar.getName() + " has no " + name + ": is it Mule 4.1.1?");
    }
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  private static byte[] changed(String name, byte[] original, UnaryOperator<ClassVisitor> changes) {
    ClassReader reader = new ClassReader(original);
    byte[] unchanged = copyOf(reader, remapped(new Remapper() {}));
    byte[] result = copyOf(reader, changes);
    if (Arrays.equals(unchanged, result)) {
      throw new IllegalStateException(name + " has nothing to change: is it Mule 4.1.1?");
    }
    return result;
  }

  private static byte[] copyOf(ClassReader reader, UnaryOperator<ClassVisitor> changes) {
    ClassWriter writer = new ClassWriter(0);
    reader.accept(changes.apply(writer), 0);
    return writer.toByteArray();
  }

  private static boolean isNewer(Path file, Path than) throws IOException {
    return Files.exists(file) && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(than)) >= 0;
  }

  private static Path ownClassFile() throws URISyntaxException {
    return locationOf(MuleOnJava17.class).resolve(MuleOnJava17.class.getName().replace('.', '/') + ".class");
  }

  private static Path locationOf(Class<?> type) throws URISyntaxException {
    return Paths.get(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
