# Measures how fast the server is: all there is, or what is named. --list lists it
. "$root/launcher/lib/app.sh"
find_jdk
prepare_app
prepare_bench

bar=false
[ ! -t 2 ] || bar=true

bench_java() {
  exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx768m --enable-native-access=ALL-UNNAMED "$@"
}

server="-jar $app/licet.jar"
[ ! -f "$aot" ] || server="-XX:AOTCache=$aot $server"
bench_java -Dbench.bar=$bar -Dbench.flags="$jvm_flags ${LICET_JAVA_OPTS:-}" -Dbench.app="$server" \
  -Dbench.jar="$app/licet.jar:$bench/licet-bench.jar" -Dbench.results="${LICET_BENCH_RESULTS:-$state/bench}" \
  -cp "$bench/licet-bench.jar:$bench/lib/*" dev.licet.bench.Bench "$@"
