package org.muletwilio.simulator.storage;

import org.muletwilio.simulator.resource.Sids;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The files, and the signed addresses under which the storage gives them out. */
public final class FileStore {

  private record Grant(StoredFile file, String signature) {
  }

  private final Supplier<String> storageUri;
  private final Map<String, StoredFile> files = new ConcurrentHashMap<>();
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();

  /** @param storageUri where the storage is, once it is there */
  public FileStore(Supplier<String> storageUri) {
    this.storageUri = storageUri;
  }

  public void put(String sid, StoredFile file) {
    files.put(sid, file);
  }

  public void remove(String sid) {
    files.remove(sid);
  }

  public Optional<StoredFile> find(String sid) {
    return Optional.ofNullable(files.get(sid));
  }

  /** The files whose keys begin so, by the rest of their keys. */
  public Map<String, StoredFile> startingWith(String prefix) {
    Map<String, StoredFile> found = new TreeMap<>();
    files.forEach((key, file) -> {
      if (key.startsWith(prefix)) {
        found.put(key.substring(prefix.length()), file);
      }
    });
    return found;
  }

  /** Makes an address that gives a file out to whoever has the address. */
  public String grant(StoredFile file) {
    String key = Sids.next("");
    String signature = Sids.next("");
    grants.put(key, new Grant(file, signature));
    return storageUri.get() + "/" + key + "?Signature=" + signature;
  }

  /** The file of an address, if its signature is the one that it was made with. */
  Optional<StoredFile> granted(String key, String query) {
    return Optional.ofNullable(grants.get(key)).filter(grant -> ("Signature=" + grant.signature).equals(query)).map(Grant::file);
  }
}
