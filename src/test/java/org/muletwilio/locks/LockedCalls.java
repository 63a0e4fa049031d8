package org.muletwilio.locks;

import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_SYNCHRONIZED;
import static org.objectweb.asm.Opcodes.MONITOREXIT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Which methods are called while a monitor is held, read from bytecode; through methods of the same classes as well. */
final class LockedCalls {

  private static final int FROM_HANDLER_TO_EXIT = 4;

  private final Map<String, ClassNode> classes = new HashMap<>();

  /** @param folder of class files */
  LockedCalls(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        ClassNode type = new ClassNode();
        new ClassReader(Files.readAllBytes(file)).accept(type, ClassReader.SKIP_DEBUG);
        classes.put(type.name, type);
      }
    }
  }

  /**
   * @param refused which calls are looked for
   * @return the ways from a method that holds a monitor to such a call
   */
  Set<String> find(Predicate<MethodInsnNode> refused) {
    Set<String> found = new TreeSet<>();
    classes.values().forEach(type -> type.methods.forEach(method -> locked(method)
        .forEach(call -> follow(call, nameOf(type.name, method.name), refused, new HashSet<>(), found))));
    return found;
  }

  private void follow(MethodInsnNode call, String way, Predicate<MethodInsnNode> refused, Set<String> seen, Set<String> found) {
    String longer = way + " -> " + nameOf(call.owner, call.name);
    if (refused.test(call)) {
      found.add(longer);
      return;
    }
    for (ClassNode type : targets(call)) {
      for (MethodNode method : type.methods) {
        if (method.name.equals(call.name) && method.desc.equals(call.desc) && (method.access & ACC_ABSTRACT) == 0
            && seen.add(type.name + method.name + method.desc)) {
          calls(method.instructions).forEach(next -> follow(next, longer, refused, seen, found));
        }
      }
    }
  }

  /** @return the class that a call names, those above it and, where another may be meant, those below it */
  private List<ClassNode> targets(MethodInsnNode call) {
    List<ClassNode> targets = new ArrayList<>();
    for (ClassNode type = classes.get(call.owner); type != null; type = classes.get(type.superName)) {
      targets.add(type);
    }
    if (classes.containsKey(call.owner)) {
      classes.values().stream().filter(type -> !type.name.equals(call.owner) && isBelow(type, call.owner)).forEach(targets::add);
    }
    return targets;
  }

  private boolean isBelow(ClassNode type, String above) {
    return type != null && (above.equals(type.superName) || type.interfaces.contains(above)
        || isBelow(classes.get(type.superName), above)
        || type.interfaces.stream().anyMatch(each -> isBelow(classes.get(each), above)));
  }

  /** @return the calls of a method that are made under its monitor, or in its synchronized blocks */
  private static List<MethodInsnNode> locked(MethodNode method) {
    if ((method.access & ACC_SYNCHRONIZED) != 0) {
      return calls(method.instructions);
    }
    List<MethodInsnNode> calls = new ArrayList<>();
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      if (block.type == null && leavesMonitor(block.handler)) {
        for (AbstractInsnNode each = block.start; each != block.end && each != null; each = each.getNext()) {
          if (each instanceof MethodInsnNode) {
            calls.add((MethodInsnNode) each);
          }
        }
      }
    }
    return calls;
  }

  /** A compiler writes a handler for each synchronized block, which leaves the monitor whatever is thrown. */
  private static boolean leavesMonitor(LabelNode handler) {
    AbstractInsnNode each = handler.getNext();
    for (int i = 0; i < FROM_HANDLER_TO_EXIT && each != null; each = each.getNext()) {
      if (each.getOpcode() == MONITOREXIT) {
        return true;
      }
      i += each.getOpcode() >= 0 ? 1 : 0;
    }
    return false;
  }

  private static List<MethodInsnNode> calls(InsnList instructions) {
    List<MethodInsnNode> calls = new ArrayList<>();
    instructions.forEach(each -> {
      if (each instanceof MethodInsnNode) {
        calls.add((MethodInsnNode) each);
      }
    });
    return calls;
  }

  private static String nameOf(String type, String method) {
    return type.substring(type.lastIndexOf('/') + 1) + "." + method;
  }
}
