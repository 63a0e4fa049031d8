package org.muletwilio.benchmarks.server;

/** The account that all servers know, and the public address that Twilio was given for all of them. */
public final class Account {

  public static final String SID = "AC0123456789abcdef0123456789abcdef";
  public static final String AUTH_TOKEN = "5ecre7auth70ken5ecre7auth70ken00";
  public static final String PUBLIC_HOST = "callbacks.example.com";
  public static final String PUBLIC_ORIGIN = "https://" + PUBLIC_HOST;
  /** Where the servers that choose a path by themselves take callbacks. */
  public static final String PATH = "/twilio/callbacks/status";

  private Account() {}
}
