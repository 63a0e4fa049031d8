package org.muletwilio.testkit.mule;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Lets {@code until-successful} see the end of a try that fails. Mule 4.1.1 runs a try on one of several parallel rails of
 * Reactor and takes it as a {@code Mono}, which cancels the source of all rails once it has the event. Rails that the source has
 * not told of its end by then never end, and where the event fails, it is their end that is waited for. A {@code Flux} doesn't
 * cancel.
 */
final class UntilSuccessfulFix extends ClassVisitor {

  static final String CHANGED = "org/mule/runtime/core/internal/routing/UntilSuccessful";

  private static final String MONO = "reactor/core/publisher/Mono";
  private static final String FLUX = "reactor/core/publisher/Flux";
  /** The descriptor of the lambda that takes the try; no other method has it. */
  private static final String ROUTE = "(Lorg/reactivestreams/Publisher;)Lorg/reactivestreams/Publisher;";

  UntilSuccessfulFix(ClassVisitor writer) {
    super(Opcodes.ASM9, writer);
  }

  @Override
  public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
    return name.startsWith("lambda$") && descriptor.equals(ROUTE) ? new OfFlux(method) : method;
  }

  private static final class OfFlux extends MethodVisitor {

    OfFlux(MethodVisitor writer) {
      super(Opcodes.ASM9, writer);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
      super.visitMethodInsn(opcode, owner.equals(MONO) ? FLUX : owner, name,
                            descriptor.replace("L" + MONO + ";", "L" + FLUX + ";"), isInterface);
    }
  }
}
