# Builds everything there is, and runs no test
[ $# -eq 0 ] || fail "build takes no arguments."

. "$root/launcher/lib/app.sh"
find_jdk
modules=server,sdk/java,examples/notes,bench
prepare_app
