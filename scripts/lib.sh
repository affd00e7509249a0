# What the scripts share: the project's folder, messages, packages and builds. Sourced, never run.
# Messages go to stderr, so that stdout belongs to the program that a script runs.
# shellcheck shell=bash
set -euo pipefail
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }

# The program's status 3: a failure that is nobody's input.
fail() {
  say "失败：$*"
  exit 3
}

# A wrong command line; every script says in $usage how it wants to be called.
usage_error() {
  say "$*"
  say "${usage:-}"
  exit 2
}

as_root() {
  if [[ $EUID -eq 0 ]]; then
    "$@"
  elif command -v sudo >/dev/null && { [[ -t 0 ]] || sudo -n true 2>/dev/null; }; then
    sudo "$@"
  else
    return 1
  fi
}

# Installs those of the named Debian packages that are missing; when none is, one dpkg-query is all it costs.
need_packages() {
  local missing log=$root/build/install.log
  command -v dpkg-query >/dev/null || fail "这不是 Debian 系统，请自行安装以下软件包的对应版本：$*"
  missing=$(comm -23 <(printf '%s\n' "$@" | sort -u) \
    <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p' | sort -u))
  [[ -n $missing ]] || return 0
  missing=${missing//$'\n'/ }
  as_root true || fail "缺少软件包，安装要管理员权限。请以管理员身份运行：apt-get update && apt-get install $missing"
  say "安装缺少的软件包：$missing"
  mkdir -p "$root/build"
  # shellcheck disable=SC2086  # one word per package
  if ! { as_root apt-get -q -o DPkg::Lock::Timeout=300 update &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends \
      -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 install $missing; } >"$log" 2>&1 </dev/null; then
    tail -n 15 "$log" >&2
    fail "软件包没有装上（全部输出在 $log）。请检查网络和软件源，再运行一次，或手工运行：apt-get install $missing"
  fi
}

# Is build/PRESET configured, from this very folder?
is_configured() {
  [[ -f $root/build/$1/build.ninja ]] &&
    grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$root/build/$1/CMakeCache.txt"
}

# configure PRESET [-DNAME:BOOL=VALUE …]: makes build/PRESET ready for ninja, which keeps it up to date from then on.
configure() {
  local preset=$1 folder=$root/build/$1 option ready=yes fresh=()
  shift
  is_configured "$preset" || { ready=no && fresh=(--fresh); }
  for option in "$@"; do
    grep -qsxF -- "${option#-D}" "$folder/CMakeCache.txt" || ready=no
  done
  [[ $ready == no ]] || return 0
  mkdir -p "$folder"
  if ! (cd "$root" && cmake "${fresh[@]}" --preset "$preset" "$@") >"$folder.log" 2>&1; then
    tail -n 30 "$folder.log" >&2
    say "CMake 没有配置成功（全部输出在 $folder.log）"
    return 1
  fi
}

# compile PRESET [TARGET …]: progress on a terminal; elsewhere only what the compiler has to say.
compile() {
  local folder=$root/build/$1
  if [[ -t 2 ]]; then
    ninja -C "$folder" "${@:2}" >&2
  else
    ninja --quiet -C "$folder" "${@:2}" | sed '/^ninja: no work to do\.$/d' >&2
  fi
}
