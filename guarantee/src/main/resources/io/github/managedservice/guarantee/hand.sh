# Reads lines "SIGNAL PID START [PID START]..." and sends the signal to those that still have that start time (clock
# ticks since boot), at once and in that order. Answers with how many it sent. "adopt PID START" has it killed at end of
# file, which comes however the harness goes.

set -f

start_of() {
    stat= start=
    while read -r line || [ -n "$line" ]; do stat="$stat $line"; done <"/proc/$1/stat" || return 1
    set -- ${stat##*) }
    start=${20-}
}

# Sets victims to those of the given pairs that are still who they were.
choose() {
    victims= count=0
    while [ $# -ge 2 ]; do
        if start_of "$1" && [ "$start" = "$2" ]; then
            victims="$victims $1" count=$((count + 1))
        fi
        shift 2
    done 2>/dev/null
}

adopted=
while read -r signal targets; do
    if [ "$signal" = adopt ]; then
        adopted="$adopted $targets" count=0
    else
        choose $targets
        [ -z "$victims" ] || kill -s "$signal" $victims 2>/dev/null
    fi
    echo "$count"
done
choose $adopted
[ -z "$victims" ] || kill -s KILL $victims 2>/dev/null
