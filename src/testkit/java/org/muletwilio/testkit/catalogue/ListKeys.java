package org.muletwilio.testkit.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The name under which a page has its entries: the constant that a reader hands to the SDK's parser of pages. */
final class ListKeys {

  private ListKeys() {}

  static Optional<String> of(Class<?> reader) {
    Finder finder = new Finder();
    try (InputStream in = reader.getResourceAsStream(reader.getSimpleName() + ".class")) {
      new ClassReader(in.readAllBytes()).accept(finder, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return Optional.ofNullable(finder.key);
  }

  private static final class Finder extends ClassVisitor {

    private String key;

    private Finder() {
      super(Opcodes.ASM9);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {

        private String constant;

        @Override
        public void visitLdcInsn(Object value) {
          constant = value instanceof String text ? text : constant;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String type, boolean isInterface) {
          if (owner.equals("com/twilio/base/Page") && method.equals("fromJson")) {
            key = constant;
          }
        }
      };
    }
  }
}
