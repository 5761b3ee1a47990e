# sh ROUND/habit.sh PART [PORT SECOND_PORT]
#
# ROUND is the directory of the round, TOKEN its last part: a number unlike any other on this machine. Each process
# writes its pid, its start time (clock ticks since boot) and its part to the roster, and keeps that file open as number
# 9, as do all that it starts. That and the arguments are what the harness goes by. Number 8 tells when the last is gone.

# A stranger has our very words, and nothing else to do with us.
if [ -n "${GUARANTEE_STRANGER-}" ]; then
    read -r _
    exit
fi

round=${0%/*}
token=${round##*/}
part=$1 port=${2-} second_port=${3-}
[ -z "$port" ] || echo "$port $second_port" >>"$round/ports"
exec 8<>"$round/lifeline" 9>>"$round/roster"

# By the shell itself, for a subshell has the pid of its parent in $$.
enrol() {
    read -r stat </proc/self/stat || stat="- (-)"
    set -- "$1" ${stat##*) }
    echo "${stat%% *} ${21:--} $1" >&9
}

# Waits until that many have enrolled.
await() {
    while :; do
        count=0
        while read -r _; do count=$((count + 1)); done <"$round/roster"
        [ "$count" -lt "$1" ] || return 0
        sleep 0.01
    done
}

# Says that the service is ready; where the round wants it to start for ever, only the harness hears of it.
ready() {
    if [ -e "$round/mute" ]; then : >"$round/ready"; else echo READY; fi
}

await_leave() {
    until [ -e "$round/leave" ]; do sleep 0.01; done
}

again() { sh "$0" "$1"; }

# More than 31 years.
rest() { exec sleep "$token"; }

# The second of three services, which fails once the first has become what it is.
if [ "$part" = failing ]; then
    : >"$round/ready"
    until [ -e "$round/order" ]; do sleep 0.01; done
    exit 3
fi
