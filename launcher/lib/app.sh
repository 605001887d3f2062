# The server as it is started: built, unpacked, and with a JDK AOT cache for a quick start. Sourced.

. "$root/launcher/lib/jdk.sh"
. "$root/launcher/lib/packages.sh"
. "$root/launcher/lib/lock.sh"

# The one place of JVM flags, which the tests of whole processes read too. LICET_JAVA_OPTS comes last and wins. Reflection by
# native code would start quicker, but pins every virtual thread to its carrier: as many requests as there are processors,
# all waiting for the database, would then stop the server for good.
jvm_flags="-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xms64m -Xmx512m -XX:+ExitOnOutOfMemoryError"
jvm_flags="$jvm_flags --enable-native-access=ALL-UNNAMED"

# A sum over the content of everything the server is built from and whatever is named besides, so that a touch or a checkout back
# and forth builds nothing.
sources_sum() {
  (
    CDPATH='' cd -- "$root"
    find pom.xml core/pom.xml core/src/main server/pom.xml server/src/main launcher/lib/app.sh "$@" -type f -exec cksum {} + |
      LC_ALL=C sort | cksum | cut -d ' ' -f 1
  )
}

# Sets $app to a directory with licet.jar and its libraries, and $aot to the cache beside it, which may not exist.
prepare_app() {
  app=$state/app-$(sources_sum)
  aot=$app/licet-$(cksum <"$JAVA_HOME/release" | cut -d ' ' -f 1).aot
  if [ -f "$app/licet.jar" ] && { [ -f "$aot" ] || [ -f "$aot.failed" ] || [ ! -w "$app" ]; }; then
    return 0
  fi
  lock
  [ -f "$app/licet.jar" ] || build_app
  [ -f "$aot" ] || rehearse
  unlock
}

build_app() {
  say "Building Licet (the first time takes a minute or two) …"
  maven -q clean package -pl "${modules:-server}" -am -Dmaven.test.skip=true -Dspotless.check.skip=true >"$state/build.log" 2>&1 || {
    cat "$state/build.log" >&2
    fail "the build failed, for the reason above."
  }
  fresh=$state/new.$$
  set -- "$root"/server/target/licet-server-*-app.jar
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$1" extract --destination "$fresh" >/dev/null
  mv "$fresh"/*.jar "$fresh/licet.jar"
  # A server may still run on the build before, but hardly on the ones before that.
  ls -dt "$state"/app-* 2>/dev/null | tail -n +2 | while IFS= read -r old; do rm -rf "$old"; done
  mv "$fresh" "$app"
}

# A real server on a throw-away data directory plays the main job once, and the JVM writes down what that took.
rehearse() {
  say "Preparing quick starts …"
  stage=$(mktemp -d "${TMPDIR:-/tmp}/licet-rehearsal.XXXXXX")
  chmod 711 "$stage"
  rehearsal >"$stage/log" 2>&1 || say "The rehearsal for it went wrong: $(sed -n 's/^rehearsal: //p' "$stage/log")"
  if [ -f "$aot.new" ]; then
    mv "$aot.new" "$aot"
  else
    say "It brought no cache, so a start takes some seconds longer. Delete ${app#"$root"/} to try again."
    : >"$aot.failed"
  fi
  clean_up
}

rehearsal() {
  env -u LICET_DATABASE_URL -u LICET_DATABASE_USER -u LICET_DATABASE_PASSWORD -u LICET_API_KEY -u LICET_MASTER_KEY \
    -u LICET_ADMIN_EMAIL -u LICET_ADMIN_PASSWORD -u LICET_TLS_CERTIFICATE -u LICET_TLS_KEY -u LICET_PUBLIC_URL \
    LICET_DATA="$stage/data" LICET_PORT=0 LICET_BIND=127.0.0.1 LICET_MODE=production \
    "$JAVA_HOME/bin/java" -XX:AOTCacheOutput="$aot.new" $jvm_flags -Dlicet.rehearsal=true -jar "$app/licet.jar"
}

# Sets $bench to a directory with the measuring program and its libraries.
prepare_bench() {
  bench=$state/bench-$(sources_sum sdk/java/pom.xml sdk/java/src/main bench/pom.xml bench/src/main)
  [ ! -f "$bench/licet-bench.jar" ] || return 0
  lock
  [ -f "$bench/licet-bench.jar" ] || build_bench
  unlock
}

build_bench() {
  say "Building the measurements …"
  maven -q package -pl bench -am -Dmaven.test.skip=true -Dspotless.check.skip=true >"$state/build.log" 2>&1 || {
    cat "$state/build.log" >&2
    fail "the build failed, for the reason above."
  }
  fresh=$state/new.$$
  set -- "$root"/bench/target/licet-bench-*-app.jar
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$1" extract --destination "$fresh" >/dev/null
  mv "$fresh"/*.jar "$fresh/licet-bench.jar"
  rm -rf "$state"/bench-*
  mv "$fresh" "$bench"
}

clean_up() {
  [ -z "${stage:-}" ] || rm -rf "$stage"
  rm -rf "$state/new.$$" "${aot:-$state/none}.new" "${aot:-$state/none}.new.config"
}

maven() {
  find_maven
  # Without the flags, every run starts with the JDK's warnings about Maven's own libraries.
  (
    CDPATH='' cd -- "$root"
    MAVEN_OPTS="${MAVEN_OPTS:-} --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow" \
      exec mvn -B -ntp -Dstyle.color=never "$@"
  )
}
