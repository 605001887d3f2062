# Debian packages that something here needs. Sourced.

may_install() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null
}

# install <package>…: true when they are there afterwards.
install() {
  say "Installing $* …"
  DEBIAN_FRONTEND=noninteractive
  export DEBIAN_FRONTEND
  apt-get -qq install -y --no-install-recommends "$@" >/dev/null 2>&1 || {
    apt-get -qq update >/dev/null 2>&1 || true
    apt-get -qq install -y --no-install-recommends "$@" >/dev/null
  }
}

find_maven() {
  command -v mvn >/dev/null && return 0
  if may_install && install maven; then
    return 0
  fi
  fail "Maven is missing, which builds Licet: install your system's package, as in sudo apt-get install maven or brew install maven."
}
