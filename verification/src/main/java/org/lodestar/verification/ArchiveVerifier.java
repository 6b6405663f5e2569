package org.lodestar.verification;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Verifies an archive of a Lodestar log with nothing but the Java library, so that nobody needs to
 * trust the program that wrote it: {@code java ArchiveVerifier.java ARCHIVE [SEQ:HASH ...]}.
 *
 * <p>Each line of facts.jsonl is {"content":{NAME:{"salt":HEX,"value":JSON}},"hash":HEX,
 * "header":{...},"prev":HEX} in canonical form (RFC 8785, numbers as text). A member's digest is
 * SHA-256(salt bytes, value as UTF-8); a redacted member shows {"by":SEQ,"digest":HEX} instead. The
 * hash of a fact is SHA-256 of the canonical object of its header's members, "content" with each
 * member's digest, and "prev".
 */
public final class ArchiveVerifier {
  private final Map<String, Long> versions = new HashMap<>();
  private final Set<String> commands = new HashSet<>();
  private final Set<String> redactions = new HashSet<>();
  private final Map<String, String> heads = new HashMap<>();
  private String prev = "\"" + "0".repeat(64) + "\"";
  private String batch = "";
  private String command = "";
  private String at = "";
  private long seq;

  public static void main(String[] arguments) throws Exception {
    try {
      System.out.println("intact " + new ArchiveVerifier().verify(arguments));
    } catch (IllegalStateException e) {
      System.out.println("broken: " + e.getMessage());
      System.exit(7);
    }
  }

  private String verify(String[] arguments) throws Exception {
    Set<String> stored = new HashSet<>();
    List<String> named = new ArrayList<>();
    try (ZipFile zip = new ZipFile(arguments[0])) {
      try (BufferedReader lines = open(zip, "facts.jsonl")) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          verifyFact(members(line), named);
        }
      }
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        String[] path = entry.getName().split("/");
        if (path.length == 2) {
          String digest = sha256(zip.getInputStream(entry).readAllBytes());
          require(digest.equals(path[1]), "the bytes of " + entry.getName() + " were changed");
          stored.add(entry.getName());
        }
      }
      Map<String, String> manifest = manifest(zip);
      verifyHead(text(get(manifest, "head")), "the manifest");
      require(text(get(manifest, "facts")).equals("" + seq), "the manifest counts other facts");
    }
    named.forEach(name -> require(stored.contains(name), name + " is missing"));
    require(redactions.isEmpty(), "values are missing without a redaction: " + redactions);
    for (int i = 1; i < arguments.length; i++) {
      verifyHead(arguments[i], "the expected head");
    }
    return seq + ":" + text(prev);
  }

  private void verifyFact(Map<String, String> fact, List<String> named) throws Exception {
    Map<String, String> header = members(get(fact, "header"));
    Map<String, String> content = members(get(fact, "content"));
    seq++;
    require(get(header, "seq").equals("\"" + seq + "\""), "fact " + seq + " is missing");
    require(get(fact, "prev").equals(prev), "fact " + seq + " does not follow its predecessor");
    StringBuilder digests = new StringBuilder();
    for (Map.Entry<String, String> member : content.entrySet()) {
      digests.append(digests.isEmpty() ? "{" : ",").append(member.getKey());
      digests.append(":\"").append(digest(member.getKey(), members(member.getValue()))).append('"');
    }
    Map<String, String> hashed = new TreeMap<>(header);
    hashed.put("\"content\"", digests.isEmpty() ? "{}" : digests + "}");
    hashed.put("\"prev\"", prev);
    StringBuilder canonical = new StringBuilder();
    hashed.forEach((k, v) -> canonical.append(canonical.isEmpty() ? "{" : ",").append(k + ":" + v));
    String hash = "\"" + sha256((canonical + "}").getBytes(StandardCharsets.UTF_8)) + "\"";
    require(hash.equals(get(fact, "hash")), "fact " + seq + " was changed");
    verifyOrder(header);
    note(get(header, "kind"), content, named);
    heads.put("" + seq, text(hash));
    prev = hash;
  }

  private String digest(String name, Map<String, String> member) throws Exception {
    if (!member.containsKey("\"salt\"")) {
      redactions.add(get(member, "by") + " " + seq + " " + name + " " + get(member, "digest"));
      return text(get(member, "digest"));
    }
    byte[] salt = HexFormat.of().parseHex(text(get(member, "salt")));
    byte[] value = get(member, "value").getBytes(StandardCharsets.UTF_8);
    return sha256(salt, value);
  }

  private void verifyOrder(Map<String, String> header) {
    boolean begins = get(header, "batch").equals("\"" + seq + "\"");
    boolean continues =
        get(header, "batch").equals(batch) && get(header, "commandId").equals(command);
    require(begins != continues, "fact " + seq + " stands in the wrong batch");
    batch = get(header, "batch");
    command = get(header, "commandId");
    require(!begins || commands.add(command), "fact " + seq + " repeats a command");
    long version = versions.merge(get(header, "stream"), 1L, Long::sum);
    require(get(header, "version").equals("\"" + version + "\""), "fact " + seq + ": version");
    String instant = java.time.Instant.parse(text(get(header, "at"))).toEpochMilli() + "";
    require(at.isEmpty() || Long.parseLong(instant) >= Long.parseLong(at), "fact " + seq + ": at");
    at = instant;
  }

  private void note(String kind, Map<String, String> content, List<String> named) {
    Map<String, String> values = new HashMap<>();
    content.forEach(
        (name, member) -> values.put(name, members(member).getOrDefault("\"value\"", "")));
    switch (text(kind)) {
      case "protocol-activated" -> named.add("bundle/" + text(get(values, "bundle")));
      case "artefact-imported" -> named.add("attachment/" + text(get(values, "digest")));
      case "value-redacted" -> {
        String target = text(get(values, "seq")) + " " + get(values, "member") + " ";
        String taken = "\"" + seq + "\" " + target + get(values, "digest");
        require(redactions.remove(taken), "fact " + seq + " redacted a value that is still there");
      }
      default -> {}
    }
  }

  private void verifyHead(String head, String source) {
    String[] parts = head.split(":");
    boolean empty = parts[0].equals("0") && seq == 0;
    require(empty || parts[1].equals(heads.get(parts[0])), source + " " + head + " is not here");
  }

  /** The members of a canonical JSON object: names and values as they stand, with their quotes. */
  private static Map<String, String> members(String json) {
    Map<String, String> members = new LinkedHashMap<>();
    int from = 1;
    while (json.charAt(from) == '"') {
      int colon = end(json, from);
      int next = end(json, colon + 1);
      members.put(json.substring(from, colon), json.substring(colon + 1, next));
      from = Math.min(next + 1, json.length() - 1);
    }
    return members;
  }

  /** Where the value that begins at {@code from} ends. */
  private static int end(String json, int from) {
    int depth = 0;
    boolean quoted = false;
    for (int i = from; i < json.length(); i++) {
      char c = json.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted) {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      }
      boolean last = c == '"' || c == '}' || c == ']' || c == 'e';
      if (!quoted && depth == 0 && last) {
        return i + 1;
      }
    }
    throw new IllegalStateException("a line is no JSON of an archive");
  }

  private static Map<String, String> manifest(ZipFile zip) throws Exception {
    try (BufferedReader lines = open(zip, "manifest.json")) {
      String line = lines.readLine();
      return members(line == null ? "{}" : line);
    }
  }

  private static String get(Map<String, String> members, String name) {
    String value = members.get('"' + name + '"');
    if (value == null) {
      throw new IllegalStateException("a line lacks its member " + name);
    }
    return value;
  }

  private static String text(String quoted) {
    return quoted.substring(1, quoted.length() - 1);
  }

  private static BufferedReader open(ZipFile zip, String name) throws Exception {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IllegalStateException(name + " is missing");
    }
    return new BufferedReader(
        new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8));
  }

  private static String sha256(byte[]... parts) throws Exception {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    for (byte[] part : parts) {
      sha.update(part);
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
