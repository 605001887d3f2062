# One build at a time in this directory. Sourced.

lock_directory=$state/lock

# lock: waits for another build; a lock whose owner is dead is taken over.
lock() {
  mkdir -p "$state" 2>/dev/null && [ -w "$state" ] ||
    fail "$root cannot be written to, and something in it must be built: copy it to a directory of your own, or let its owner run ./licet build."
  said=
  until mkdir "$lock_directory" 2>/dev/null; do
    owner=$(cat "$lock_directory/pid" 2>/dev/null || true)
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      mv "$lock_directory" "$state/dead.$$" 2>/dev/null && rm -rf "$state/dead.$$"
      continue
    fi
    [ -n "$said" ] || say "Waiting for the build that process ${owner:-?} does here …"
    said=1
    sleep 1
  done
  echo $$ >"$lock_directory/pid"
  trap 'unlock; clean_up' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

unlock() {
  [ "$(cat "$lock_directory/pid" 2>/dev/null)" != $$ ] || rm -rf "$lock_directory"
  trap - EXIT INT TERM
}
