#!/bin/sh
# Fails if a process that the tests of a module have started is still there, and names it. The build runs this when the
# JVMs of the tests are gone: survivors.sh FOLDER [TRIES], where FOLDER is the module's, and what the tests were given as
# MANAGED_SERVICE_TESTS.
#
# A process is theirs if it has inherited that variable, or if it has cleared its environment but carries a mark
# (RLIMIT_LOCKS, other than the one of this build, which may itself run as a service) and works in FOLDER. The processes
# of another build do neither.
set -u
folder=$1
tries=${2:-10}

limit() {
    grep '^Max file locks' "$1" 2>/dev/null
}

theirs() {
    grep -lszxF "MANAGED_SERVICE_TESTS=$folder" /proc/[0-9]*/environ
    grep -ls '^Max file locks  *[0-9]' /proc/[0-9]*/limits | while read -r file; do
        case $(readlink "${file%/limits}/cwd")/ in
            "$folder"/*) [ "$(limit "$file")" = "$(limit /proc/self/limits)" ] || echo "$file" ;;
        esac
    done
}

# One that was just killed may take a moment to go.
while survivors=$(theirs | cut -d / -f 3 | sort -nu) && [ -n "$survivors" ] && [ "$tries" -gt 1 ]; do
    tries=$((tries - 1))
    sleep 0.1
done

for pid in $survivors; do
    echo "The tests of $folder have left process $pid: $(tr '\0' ' ' <"/proc/$pid/cmdline")" >&2
done
[ -z "$survivors" ]
