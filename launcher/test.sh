# Runs every test of the repository. -Dname=value is handed on, as in -Drounds=50
for argument in "$@"; do
  case $argument in
    -D*=*) ;;
    *) fail "test takes only -Dname=value, not \"$argument\"." ;;
  esac
done

. "$root/launcher/lib/app.sh"

# What tests run besides the JDK and Maven, as command:debian-package.
tools="setpriv:util-linux unshare:util-linux"

find_tools() {
  for tool in $tools; do
    command -v "${tool%%:*}" >/dev/null && continue
    if may_install && install "${tool#*:}"; then
      continue
    fi
    say "Cannot run the tests that need ${tool%%:*} (Debian package ${tool#*:}): they are skipped."
  done
}

reports() {
  find "$root" -path "$state" -prune -o -path '*/target/*-reports/TEST-*.xml' -type f "$@"
}

# One line per module, and whatever Maven calls an error.
brief() {
  awk '/^\[INFO\] Building Licet/ { sub(/ *\[[0-9\/]*\]$/, ""); sub(/^\[INFO\] Building /, ""); print; fflush() }
    /^\[ERROR\]/ && !/Re-run Maven|full stack trace|Help 1|^\[ERROR\] *$/ { print; fflush() }'
}

# Adds up the attributes of every <testsuite>: "passed failed skipped".
tally() {
  reports -exec grep -h '<testsuite ' {} + | awk '
    function number(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0 }
    { tests += number("tests"); bad += number("failures") + number("errors"); skipped += number("skipped") }
    END { print tests - bad - skipped, bad + 0, skipped + 0 }'
}

find_jdk
find_tools
lock
reports -exec rm {} +
say "Testing with the JDK in $JAVA_HOME; the whole output goes to ${state#"$root"/}/test.log"
{
  maven -fae -Dmaven.test.failure.ignore=true verify "$@" 2>&1 && echo 0 >"$state/test.status" || echo 1 >"$state/test.status"
} | tee "$state/test.log" | brief
read -r status <"$state/test.status"
set -- $(tally)
echo "$1 passed, $2 failed, $3 skipped"
[ "$status" = 0 ] && [ "$2" = 0 ] && [ "$1" -gt 0 ]
