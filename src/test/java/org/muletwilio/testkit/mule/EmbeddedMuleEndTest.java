package org.muletwilio.testkit.mule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.testkit.mule.CoreApplication.application;

import org.mule.runtime.core.api.MuleContext;
import org.mule.runtime.http.api.server.HttpServer;
import org.mule.runtime.http.api.server.HttpServerConfiguration;

import org.muletwilio.testkit.tool.FreePort;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

import org.junit.jupiter.api.Test;

/** What applications share, and what is left of one that has ended or did not start. */
class EmbeddedMuleEndTest {

  @Test
  void twoApplicationsDoNotSeeEachOther() {
    try (EmbeddedMule one = application("<flow name='f'><set-payload value='${n}'/></flow>").property("n", 1).start();
        EmbeddedMule two = application("<flow name='f'><set-payload value='${n}'/></flow>").property("n", 2).start()) {
      assertEquals("1", one.run("f", "x").payload());
      assertEquals("2", two.run("f", "x").payload());
      assertEquals(1, one.runs("f").size());
    }
  }

  @Test
  void twoApplicationsCanShareServices() throws Exception {
    try (EmbeddedServices services = EmbeddedServices.start("shared");
        EmbeddedMule two = application("<flow name='f'><set-payload value='2'/></flow>").sharedServices(services).start()) {
      application("<flow name='f'><set-payload value='1'/></flow>").sharedServices(services).start().close();

      assertEquals("2", two.run("f", "x").payload());
    }
  }

  @Test
  void aRefusedStartSaysWhyAndLeavesNothing() {
    EmbeddedMuleBuilder broken = application("<flow name='f'><set-payload value='${missing}'/></flow>").name("broken");
    String message = assertThrows(ApplicationStartException.class, broken::start).getMessage();

    assertTrue(message.contains("missing"), message);
    assertEquals(List.of(), threadsOf("broken"));
  }

  @Test
  void closingLeavesNoThread() {
    EmbeddedMule mule = application("<flow name='f'><async><set-payload value='1'/></async></flow>").name("leaves-nothing")
        .start();
    mule.run("f", "x");
    assertFalse(threadsOf("leaves-nothing").isEmpty());

    mule.close();
    mule.close();

    assertEquals(List.of(), threadsOf("leaves-nothing"));
  }

  @Test
  void closingFreesPorts() throws Exception {
    HttpServer server;
    try (EmbeddedMule mule = application("<flow name='f'><set-payload value='1'/></flow>").start()) {
      server = mule.services().httpService().getServerFactory()
          .create(new HttpServerConfiguration.Builder().setHost("localhost").setPort(FreePort.find()).setName("open").build());
      server.start();
      assertThrows(IOException.class, () -> listenOn(server.getServerAddress().getPort()));
      server.stop();
      server.dispose();
    }
    listenOn(server.getServerAddress().getPort());
  }

  @Test
  void closingLeavesNoClassLoader() throws Exception {
    WeakReference<ClassLoader> classLoader = classLoaderOfAClosedApplication();

    for (int i = 0; i < 50 && classLoader.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertNull(classLoader.get());
  }

  private static WeakReference<ClassLoader> classLoaderOfAClosedApplication() {
    try (EmbeddedMule mule = application("<flow name='f'><set-payload value='#[payload]'/></flow>").start()) {
      mule.run("f", "x");
      return new WeakReference<>(mule.lookup(MuleContext.class).getExecutionClassLoader());
    }
  }

  private static void listenOn(int port) throws IOException {
    new ServerSocket(port, 1, InetAddress.getByName("localhost")).close();
  }

  private static List<String> threadsOf(String application) {
    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).filter(name -> name.startsWith(application))
        .toList();
  }
}
