# Finds a JDK and sets JAVA_HOME. Sourced.

jdk_needed=25

# The feature number of the JDK in a directory, empty where there is none.
jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  version=
  [ ! -r "$1/release" ] || version=$(sed -n 's/^JAVA_VERSION="\([0-9.]*\).*/\1/p' "$1/release")
  [ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 | sed -n '1s/.*"\([0-9.]*\).*/\1/p')
  version=${version#1.}
  echo "${version%%.*}"
}

jdk_of_path() {
  java=$(command -v java) || return 0
  if [ -x /usr/libexec/java_home ] && [ "$java" = /usr/bin/java ]; then
    return 0 # a stub of macOS, which asks the user to install something
  fi
  while [ -L "$java" ]; do
    link=$(readlink "$java")
    case $link in
      /*) java=$link ;;
      *) java=$(dirname "$java")/$link ;;
    esac
  done
  (CDPATH='' cd -- "$(dirname -- "$java")/.." && pwd -P)
}

# One directory per line, the user's own choice first.
jdk_candidates() {
  [ -z "${JAVA_HOME:-}" ] || echo "$JAVA_HOME"
  jdk_of_path
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v "$jdk_needed+" 2>/dev/null || true
  fi
  for home in "${LICET_JVM_FOLDER:-/usr/lib/jvm}"/* /usr/java/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/*; do
    [ ! -x "$home/bin/java" ] || echo "$home"
  done
}

jdk_install_hint() {
  id=
  [ ! -r /etc/os-release ] || id=$(sed -n 's/^ID=//p; s/^ID_LIKE=/ /p' /etc/os-release | tr -d '"\n')
  case "$(uname -s) $id" in
    Darwin*) echo "brew install openjdk@$jdk_needed" ;;
    *debian* | *ubuntu*)
      echo "sudo apt-get install openjdk-$jdk_needed-jdk-headless" \
        "(on a release that has no such package: temurin-$jdk_needed-jdk from Adoptium's apt repository)"
      ;;
    *fedora* | *rhel*) echo "sudo dnf install java-$jdk_needed-openjdk-devel" ;;
    *suse*) echo "sudo zypper install java-$jdk_needed-openjdk-devel" ;;
    *arch*) echo "sudo pacman -S jdk$jdk_needed-openjdk" ;;
    *alpine*) echo "sudo apk add openjdk$jdk_needed" ;;
    *) echo "a JDK $jdk_needed of your system, or with SDKMAN: sdk install java $jdk_needed-tem" ;;
  esac
}

find_jdk() {
  if [ -n "${LICET_JAVA_HOME:-}" ]; then
    version=$(jdk_version "$LICET_JAVA_HOME")
    [ "${version:-0}" -ge "$jdk_needed" ] ||
      fail "LICET_JAVA_HOME is $LICET_JAVA_HOME, which is ${version:+Java }${version:-no JDK}; Licet needs a JDK $jdk_needed or newer."
    JAVA_HOME=$LICET_JAVA_HOME
    export JAVA_HOME
    return 0
  fi
  own=$(jdk_version "${JAVA_HOME:-/nowhere}")
  if [ "${own:-0}" -ge "$jdk_needed" ]; then
    export JAVA_HOME
    return 0
  fi
  jdk_best
}

# The newest of those found.
jdk_best() {
  best=0
  best_home=
  found=
  while IFS= read -r home; do
    version=$(jdk_version "$home")
    [ -n "$version" ] || continue
    found="$found
  Java $version in $home"
    if [ "$version" -gt "$best" ]; then
      best=$version
      best_home=$home
    fi
  done <<LIST
$(jdk_candidates | awk '!seen[$0]++')
LIST
  if [ "$best" -lt "$jdk_needed" ]; then
    say "licet: Licet needs a JDK $jdk_needed or newer. Found:${found:- none}"
    say "Install one: $(jdk_install_hint)"
    say "or set LICET_JAVA_HOME to the directory of one."
    exit 1
  fi
  JAVA_HOME=$best_home
  export JAVA_HOME
}
