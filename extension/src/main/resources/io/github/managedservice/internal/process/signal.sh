# sh -c THIS managed-service-signal SIGNAL PID START [PID START]...
#
# Sends SIGNAL to each process that still has the start time (clock ticks since boot) it was recognised by. "-" stands
# for a start time that the platform does not tell.

signal=$1
shift
set -f

# The name of a process may hold anything, line ends and brackets too: join the lines, then cut after the last ')'.
start_of() {
    stat=
    while read -r line || [ -n "$line" ]; do stat="$stat $line"; done <"/proc/$1/stat" || return 1
    set -- ${stat##*) }
    start=${20-}
}

while [ $# -ge 2 ]; do
    if [ "$2" = - ] || { start_of "$1" && [ "$start" = "$2" ]; }; then kill -s "$signal" "$1"; fi
    shift 2
done 2>/dev/null
