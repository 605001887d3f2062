# Starts the server, building it first where needed. Ctrl-C stops it
[ $# -eq 0 ] || fail "up takes no arguments: settings are LICET_ variables, as in LICET_PORT=9000 ./licet up"

. "$root/launcher/lib/app.sh"
find_jdk
prepare_app

LICET_DATA=${LICET_DATA:-$root/data}
export LICET_DATA
set -- -jar "$app/licet.jar"
[ ! -f "$aot" ] || set -- -XX:AOTCache="$aot" "$@"
# The JVM takes this process's place, so that signals reach it.
exec "$JAVA_HOME/bin/java" $jvm_flags ${LICET_JAVA_OPTS:-} "$@"
