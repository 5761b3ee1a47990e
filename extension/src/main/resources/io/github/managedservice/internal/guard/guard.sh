# sh -c 'eval "$MANAGED_SERVICE_GUARD"' managed-service-guard [PHASE TRIES ORDERS]
#
# Outlives the JVM and ends what the JVM could not end itself. Orders come as lines on standard input:
#
#   expect COOKIE                   a service with this mark is about to be spawned
#   stop COOKIE TENTHS COMMAND      shell text to run, and how long it may take, before the service is killed
#   started COOKIE PID START        its process; START in clock ticks since boot, as in /proc/PID/stat
#   ready COOKIE                    it is all there, so one stop command stops all of it
#   left COOKIE UPTIME              its process had ended by then, in clock ticks since boot
#   ended COOKIE                    nothing of it is left
#   created NUMBER PATH             a directory to delete when all services have ended; PATH as a word of shell text
#   deleted NUMBER                  it is gone
#   ledger 0 PATH                   a file with the same orders, to be deleted at the end
#
# What a ledger holds beside orders is for others and is passed over.
#
# A shell that cannot fork ends. This one then becomes a new guard by exec, which takes no process, and hands over what it
# was told in variables, MANAGED_SERVICE_ORDER_1 and so on, with orders of its own: "directory NUMBER PATH" and "file 0 PATH",
# whose PATH is no shell text, "sessions 0 PID:UPTIME...", and "end". Not as arguments: those every user can read, and stop
# commands contain secrets.
#
# Standard output is a pipe that nobody reads: the guard talks to its scout through it, for no shell makes one otherwise.
#
# End of file means that the JVM is gone, however it went. Where another process holds the pipe too, there is none: then
# the kernel sends SIGURG, which a shell that is not prepared for it does not notice. Nothing is signalled that does not
# carry a live mark, was not told with its start time, or is not in the session of one that was.

deaf_to='HUP INT QUIT TERM PIPE ALRM USR1 USR2 TSTP TTIN TTOU'
trap '' $deaf_to
phase=${1-starting} tries=${2-0} orders=${3-0}
[ "$phase" != starting ] || exec 3>&1 >/dev/null 2>&1
set -f
script=${MANAGED_SERVICE_GUARD-} scout_program=$MANAGED_SERVICE_SCOUT
jvm=${MANAGED_SERVICE_JVM-} pid_max=${MANAGED_SERVICE_PID_MAX-}
unset MANAGED_SERVICE_GUARD MANAGED_SERVICE_SCOUT MANAGED_SERVICE_JVM MANAGED_SERVICE_PID_MAX
managed_service_newline='
'
managed_service_tab='	'

# The process of each service is in process_COOKIE as PID:START, both empty at first. Not all in one text: to look into one
# that is long takes the shell its length times its length.
announced= directories= ledger= scout= sessions= woken= stands_still=

# Sets state, parent, session, started and dead of a process. Its name may hold anything, line ends and brackets too.
look_at() {
    stat=
    while read -r line || [ -n "$line" ]; do stat="$stat $line"; done <"/proc/$1/stat" || return 1
    [ -n "$stat" ] || return 1
    set -- ${stat##*) }
    state=$1 parent=$2 session=$4 started=${20} dead=
    # A first thread that has ended leaves a "zombie" with several threads, and that one lives.
    case $1 in X | x) dead=yes ;; Z) [ "${18}" -gt 1 ] || dead=yes ;; esac
}

# Kills those whose "PID START" it reads, if they still are who they were. To ask that takes the shell as long as the
# fastest chains live: whoever was recognised at an UPTIME that is still now, to a hundredth of a second, is not asked,
# for no pid is given again within that. Fails unless it reads "over", for some awks break off where a process ends
# while it is read.
strike() {
    exec 3>&-
    while read -r pid start uptime; do
        [ "$pid" != over ] || return 0
        now=
        read -r now line </proc/uptime
        if [ "$now" = "${uptime:-none}" ] || { look_at "$pid" && [ "$started" = "$start" ]; }; then kill -9 "$pid"; fi
    done
    return 1
}

look_out() {
    exec awk -f /proc/self/fd/4 3>&- 4<<END
$scout_program
END
}

see_newest() {
    if [ -z "$stands_still" ]; then
        read -r line </proc/loadavg
        newest=${line##* }
        return
    fi
    : &
    wait "$!"
    # Where it is the next after our last one, nobody was born in between.
    if [ "$!" = $((${own:-0} + 1)) ]; then newest=$seen; else newest=$!; fi
    own=$!
}

# An awk that is there before it is needed, for to start a program takes longer than all that this one has to do. Where
# there is none, or whatever it misses, the sweep finds it a little later.
start_scout() {
    [ -z "$scout" ] && command -v awk || return
    look_out </proc/self/fd/3 | strike &
    scout=$!
    # Where lxcfs shows it, it may be seconds old.
    see_newest
    [ $(((newest - scout + pid_max) % pid_max)) -lt $((pid_max / 2)) ] || stands_still=yes
}

take() {
    verb=${1%% *} order=${1#* }
    cookie=${order%% *} order=${order#* }
    case $verb in
    expect)
        eval "known=\${process_$cookie-}"
        if [ -z "$known" ]; then eval "process_$cookie=:"; announced="$announced $cookie"; fi
        ;;
    stop) eval "tenths_$cookie=\${order%% *} stop_$cookie=\${order#* }" ;;
    started) eval "process_$cookie=\${order% *}:\${order#* }" ;;
    left) eval "left_$cookie=\$order" ;;
    ready) eval "ready_$cookie=yes" ;;
    ended) unset "process_$cookie" "stop_$cookie" "ready_$cookie" "left_$cookie" ;;
    created) eval "directory_$cookie=$order"; directories="$directories $cookie" ;;
    directory) eval "directory_$cookie=\$order"; directories="$directories $cookie" ;;
    deleted) unset "directory_$cookie" ;;
    ledger) eval "ledger=$order" ;;
    file) ledger=$order ;;
    sessions) sessions=$order ;;
    end) phase=ending ;;
    esac
}

hand_over() {
    orders=$((orders + 1))
    export "MANAGED_SERVICE_ORDER_$orders=$1"
}

# Becomes a guard that has been told the same, by way of a program that runs another where there are arguments.
become() {
    orders=0
    for cookie in $announced; do
        eval "process=\${process_$cookie-} left=\${left_$cookie-} ready=\${ready_$cookie-}"
        eval "stop=\${stop_$cookie-} tenths=\${tenths_$cookie-}"
        [ -n "$process" ] || continue
        hand_over "expect $cookie"
        # Linux takes no longer variable (MAX_ARG_STRLEN), and to end the service is more than to ask it.
        if [ -n "$stop" ] && [ ${#stop} -lt 130000 ]; then hand_over "stop $cookie $tenths $stop"; fi
        [ "$process" = : ] || hand_over "started $cookie ${process%:*} ${process#*:}"
        [ -z "$left" ] || hand_over "left $cookie $left"
        [ -z "$ready" ] || hand_over "ready $cookie"
    done
    for number in $directories; do
        eval "directory=\${directory_$number-}"
        [ -z "$directory" ] || hand_over "directory $number $directory"
    done
    [ -z "$ledger" ] || hand_over "file 0 $ledger"
    [ -z "$sessions" ] || hand_over "sessions 0 $sessions"
    # What a shell finds ignored it can give back to nobody, and a stop command has to hear it.
    trap - $deaf_to URG
    cd /
    export MANAGED_SERVICE_GUARD="$script" MANAGED_SERVICE_SCOUT="$scout_program"
    export MANAGED_SERVICE_JVM="$jvm" MANAGED_SERVICE_PID_MAX="$pid_max"
    exec "$@" sh -c 'eval "$MANAGED_SERVICE_GUARD"' managed-service-guard "$phase" "$tries" "$orders"
}

# What a shell still does that could not fork (bash tries for 15 s before): all is ended with builtins, which makes room,
# and then a new guard tries again. It gives up after about ten minutes and leaves the ledger to the next run.
go_on() {
    if [ "$phase" = ending ]; then
        tries=$((tries + 1))
        [ "$tries" -lt 3000 ] || exit 1
        pause_begin=
        read -r pause_begin line </proc/uptime
        end_by_builtins
        now=$pause_begin
        while [ -n "$now" ] && [ "${now%?}" = "${pause_begin%?}" ]; do read -r now line </proc/uptime || now=; done
    else
        phase=reading
    fi
    become
}

# Builtins only: a fork would cost more than the reading, and be the newest process itself.
marked() {
    while read -r a b c soft hard unit; do
        case $a$b$c in Maxfilelocks)
            case "|$cookies|" in *"|$soft|"* | *"|$hard|"*) return 0 ;; esac
            return 1
        esac
    done <"/proc/$1/limits"
    return 1
}

# By another program, for a shell cannot read what has NULs in it.
carries() { grep -qszE "$variable" "/proc/$1/environ"; }

# Sets the clock to the uptime in clock ticks, in which start times count.
read_clock() {
    clock=0
    read -r up line </proc/uptime || return
    clock=${up%.*}${up#*.}
}

# Notes the session of a process that is the one we were told of.
note_session() {
    if [ -n "$1" ] && look_at "$1" && [ "$started" = "$2" ] && [ "$session" = "$1" ]; then
        read_clock
        sessions="$sessions $1:$clock"
    fi
}

# Whether the process that was looked at is in a session of ours. Whoever is in it and started before it was known as ours
# is so for ever, for the kernel gives no number again while a session has it. And while it is there, so are all others.
in_session() {
    case $sessions in *" $session:"*) ;; *) return 1 ;; esac
    until=${sessions##*" $session:"}
    [ "$started" -le "${until%% *}" ] || return 1
    sessions="$sessions $session:$clock"
}

# True if there was somebody to kill for whom the check holds now, and not when a search has found the pid: that may have
# become another's since. The check comes last, for between it and the signal there is nothing but the shell.
end() {
    look_at "$1" && [ -z "$dead" ] && "$2" "$1" && kill -9 "$1"
}

# The process we were told of, and its group where it leads the session the launcher gave it.
end_registered() {
    [ -n "$1" ] && look_at "$1" && [ "$started" = "$2" ] || return
    leader=$session
    if [ "$leader" = "$1" ] && [ "$1" -gt 1 ]; then kill -9 "-$1"; fi
    kill -9 "$1"
    # Now, for it had children until now.
    if [ "$leader" = "$1" ]; then read_clock; sessions="$sessions $1:$clock"; fi
}

# A process created while we scanned is in no scan, and a chain that forks faster than we scan is in none ever. All that
# was created since has a pid between the newest then and the newest now: look at those until no newer one appears.
catch_up() {
    caught='' rounds=0
    while see_newest; [ "$newest" != "$seen" ]; do
        rounds=$((rounds + 1)) many=$(((newest - seen + pid_max) % pid_max))
        # A burst: a new scan is cheaper. A machine that forks for ever: it was looked at long enough.
        [ $many -lt 3000 ] || return 0
        [ $rounds -lt 300 ] || break
        while [ "$seen" != "$newest" ]; do
            seen=$((seen + 1))
            [ "$seen" -lt "$pid_max" ] || seen=1
            if end "$seen" marked; then caught=yes rounds=0; fi
        done
    done
    [ -n "$caught" ]
}

# Kills whom another program has found, which was a while ago. The search for limits comes first, being the quick one.
kill_carriers() {
    set +f
    numbers=
    for entry in $sessions; do
        case "|$numbers" in *"|${entry%:*}|"*) ;; *) numbers="$numbers${entry%:*}|" ;; esac
    done
    limit="^Max file locks +([a-z0-9]+ +)?($cookies) "
    [ -z "$numbers" ] || limit="$limit|\) . [0-9]+ [0-9]+ (${numbers%|}) "
    # Where it cannot be run, whether for its many arguments or for want of memory, all are looked at.
    found=$(exec grep -lsE "$limit" /proc/[0-9]*/limits ${numbers:+/proc/[0-9]*/stat}) || [ $? -lt 3 ] ||
        found='/proc/[0-9]*'
    for file in $found; do
        pid=${file#/proc/} pid=${pid%%/*}
        if end "$pid" marked || end "$pid" in_session; then now="$now $pid"; fi
    done
    for file in $(exec grep -lszE "$variable" /proc/[0-9]*/environ); do
        pid=${file#/proc/} pid=${pid%%/*}
        if end "$pid" marked || end "$pid" carries; then now="$now $pid"; fi
    done
    set -f
}

# Ends all that carries one of the cookies ("1|2|3") or is in one of the sessions, again and again until nothing is left.
sweep() {
    cookies=$1 scans=0 same=0 before=
    variable="^MANAGED_SERVICE_MARK=([0-9]+:)*($cookies)(:|\$)"
    while [ $scans -lt 2000 ] && [ $same -lt 200 ]; do
        scans=$((scans + 1)) now=
        read_clock
        see_newest
        seen=$newest
        kill_carriers
        # The search was a process too.
        [ -n "$stands_still" ] || see_newest
        [ "$newest" != "$seen" ] || stands_still=yes
        if catch_up; then now="$now +"; fi
        [ -n "$now" ] || return 0
        # A process that dies slowly (a large JVM) or never (uninterruptible sleep) is found again and again.
        if [ "$now" = "$before" ]; then
            same=$((same + 1))
            [ $same -lt 5 ] || sleep 0.05
        else
            same=0
        fi
        before=$now
    done
}

# What a scout is told: the cookies to look for, and who is there.
describe() {
    see_newest
    set +f
    echo "$newest $pid_max $1" /proc/[0-9]*
    set -f
}

# Has the scout look for the cookies, or for none.
send_scout() {
    if [ -n "$1" ] && [ -n "$scout" ] && kill -0 "$scout"; then describe "$1" >&3; fi
    exec 3>&-
}

# Waits for the scout, and sends another for each that breaks off.
await_scout() {
    tries=20
    [ -z "$scout" ] || wait "$scout" || while [ $tries -gt 0 ] && ! describe "$1" | look_out | strike; do
        tries=$((tries - 1))
    done
}

running() {
    [ -n "$1" ] && look_at "$1" && [ -z "$dead" ] && { [ -z "$2" ] || [ "$started" = "$2" ]; }
}

# Runs the stop command, which carries the mark of its service and so ends with it at the latest.
run_stop_command() {
    (
        trap - $deaf_to URG
        ulimit -S -w "$1" || ulimit -S -x "$1"
        eval "$stop"
    ) </dev/null &
    asked=$!
}

# What a client has another process do (a container that an engine runs) may come into being after the stop command has
# looked for it. So whoever was still being started is asked each second, and once more when it can begin nothing any
# longer; so is whoever had to be killed, for we do not know what the first command has done.
stop_politely() {
    eval "tenths=\$tenths_$1 stop=\$stop_$1 ready=\${ready_$1-}"
    note_session "$2" "$3"
    left=$tenths
    run_stop_command "$1"
    while [ "$left" -gt 0 ] && { running "$asked" '' || running "$2" "$3"; }; do
        sleep 0.1
        left=$((left - 1))
        if [ -z "$ready" ] && [ $((left % 10)) = 0 ] && ! running "$asked" ''; then run_stop_command "$1"; fi
    done
    end_registered "$2" "$3"
    sweep "$1"
    if [ -n "$ready" ] && [ "$left" -gt 0 ]; then return; fi
    left=$tenths
    run_stop_command "$1"
    while [ "$left" -gt 0 ] && running "$asked" ''; do
        sleep 0.1
        left=$((left - 1))
    done
    sweep "$1"
}

# Where no process can be had, for them nor for a search: stops all that is ours, so that nobody takes the place that
# another leaves, and then kills it. To stop it comes at the price that others see it, and so is done only here.
end_by_builtins() {
    list_services
    cookies=${all#|}
    for entry in $at_once $politely; do
        entry=${entry#*:}
        end_registered "${entry%:*}" "${entry#*:}"
    done
    [ -n "$cookies" ] || return
    passes=0 signal=STOP
    set +f
    while [ "$passes" -lt 5 ]; do
        passes=$((passes + 1)) running=
        read_clock
        for file in /proc/[0-9]*; do
            pid=${file#/proc/}
            look_at "$pid" && [ -z "$dead" ] || continue
            case $signal$state in STOPT | STOPt) continue ;; esac
            if in_session || marked "$pid"; then kill -s "$signal" "$pid"; running=yes; fi
        done
        case $signal$running in KILL) break ;; STOP) signal=KILL ;; STOPyes) [ "$passes" -lt 3 ] || signal=KILL ;; esac
    done
    set -f
}

# Sorts what is left of the services into those to be killed at once and those to be asked, as COOKIE:PID:START each. The
# cookies of the former are in cookies ("1|2|3"), of all in all; their sessions, where they are known already, in sessions.
list_services() {
    at_once= politely= cookies= all=
    for cookie in $announced; do
        eval "process=\${process_$cookie-} stop=\${stop_$cookie-} left=\${left_$cookie-}"
        # One that has ended is no more, and one that was announced twice must not be ended twice.
        [ -n "$process" ] || continue
        case "$all|" in *"|$cookie|"*) continue ;; esac
        all="$all|$cookie"
        if [ -n "$left" ]; then sessions="$sessions ${process%:*}:$left"; fi
        if [ -n "$stop" ]; then
            politely="$politely $cookie:$process"
        else
            at_once="$at_once $cookie:$process" cookies="$cookies|$cookie"
        fi
    done
    cookies=${cookies#|}
}

# Sure of it, and not only unable to see it: the kernel gave us another parent.
jvm_is_gone() {
    look_at "$$" && [ "$parent" != "$jvm" ]
}

# Waits for the last of the signals that a JVM's end brings about, one for each thread that was our parent meanwhile.
jvm_is_ending() {
    woken=
    looks=0
    until jvm_is_gone; do
        looks=$((looks + 1))
        [ "$looks" -lt 200 ] || return 1
        # A JVM that was killed is gone in a moment, which is less than it takes to start a program.
        [ "$looks" -lt 100 ] || sleep 0.05
    done
}

# Where the kernel cannot be asked to tell it.
watch_jvm() {
    exec 3>&-
    guard=$$
    while sleep 5 && read -r line </proc/self/stat; do
        set -- ${line##*) }
        [ "$2" = "$guard" ] || exit
        if jvm_is_gone; then kill -s URG "$guard"; fi
    done
}

trap go_on EXIT
if [ "$phase" = starting ]; then
    # By another program, for a shell reads byte by byte, which the kernel answers with the first digit alone. Not with our
    # orders as its input: it would hold their pipe open if we were killed.
    [ -n "$pid_max" ] || pid_max=$(cat /proc/sys/kernel/pid_max </dev/null)
    phase=reading
    if [ -n "$jvm" ] && look_at "$$" && [ "$parent" = "$jvm" ]; then
        if setpriv --pdeathsig URG true </dev/null; then become setpriv --pdeathsig URG; fi
        watch_jvm </dev/null &
        watcher=$!
    else
        jvm=
    fi
else
    number=0
    while [ "$number" -lt "$orders" ]; do
        number=$((number + 1))
        eval "order=\$MANAGED_SERVICE_ORDER_$number"
        unset "MANAGED_SERVICE_ORDER_$number"
        take "$order"
    done
fi

: "${pid_max:=4194304}"
if [ -n "$jvm" ]; then
    trap woken=yes URG
    # It may have ended before the kernel was asked to tell it.
    if jvm_is_gone; then woken=yes; fi
fi
part=
while [ "$phase" = reading ]; do
    order=
    if [ -z "$woken" ] && IFS= read -r order; then
        take "$part$order"
        part=
        [ "$verb" != started ] || start_scout
    elif [ -z "$woken" ]; then
        phase=ending
    else
        # A signal may have come in the middle of a line.
        part=$part$order
        if jvm_is_ending; then
            trap '' URG
            # What the JVM wrote before its end is still to be read, and no end of file would follow it.
            printf '\nend\n' >/proc/self/fd/0 || phase=ending
        fi
    fi
done
trap '' URG
[ -z "${watcher-}" ] || kill -9 "$watcher"

list_services
send_scout "$cookies"
for entry in $at_once; do
    entry=${entry#*:}
    end_registered "${entry%:*}" "${entry#*:}"
done
asking=
for entry in $politely; do
    cookie=${entry%%:*} entry=${entry#*:}
    { stop_politely "$cookie" "${entry%:*}" "${entry#*:}"; exit 0; } &
    asking="$asking $cookie:$!"
done
if [ -n "$cookies" ]; then
    await_scout "$cookies"
    sweep "$cookies"
    for entry in $at_once; do unset "process_${entry%%:*}"; done
fi
unfinished=
for entry in $asking; do
    if wait "${entry#*:}"; then unset "process_${entry%%:*}"; else unfinished=yes; fi
done
# One that could not fork has ended; and where nothing can be read, not even about this shell, nothing was seen.
[ -z "$unfinished" ] && look_at "$$" || exit 1

# Fails only if it is certain that nothing is mounted in the working directory. The list has white space, backslashes and
# # in octal, so only what stands before the first of them is compared.
mounted() {
    start=${PWD%%[\\#\ "$managed_service_tab$managed_service_newline"]*} listed=
    while read -r a b c d point line; do
        listed=yes
        case $point in "$start"*) return 0 ;; esac
    done </proc/self/mountinfo || return 0
    [ -z "$listed" ]
}

# Removes an empty directory. Of one that is not, and no mount point, succeeds: of those the kernel says that they are busy.
full() {
    case $(exec rmdir "$1" 2>&1) in *': Directory not empty') ;; *) return 1 ;; esac
}

# Deletes a directory ("./NAME") in the working directory, whose path comes first, with all that is not mounted in it. It is
# asked again once it was entered, for something may have been mounted in between. Then only names without a slash are used.
clear() {
    full "$2" || return
    chmod u+rwx "$2"
    cd -P "$2" || return
    if full "../$2"; then
        find . ! -name . -prune ! -type d -exec rm -f {} +
        set +f
        set -- "$1" "$2" ./* ./.[!.]* ./..?*
        set -f
        for entry do
            case $entry in ./*) if [ -d "$entry" ] && ! [ -L "$entry" ]; then clear "$1/${2#./}" "$entry"; fi ;; esac
            [ -z "$lost" ] || return
        done
    fi
    if cd -P .. && [ "$PWD" = "$1" ]; then rmdir "$2"; else lost=yes; fi
}

# One program does it where nothing is mounted and all can be written, which is nearly always. What another device mounts
# meanwhile, that leaves alone; some do not know the option, and do nothing.
delete() {
    lost=
    if [ -L "$1" ]; then rm -f -- "$1"; fi
    if cd -P -- "$1" && ! mounted; then
        cd /
        rm -rf --one-file-system -- "$1"
    fi
    if [ -d "$1" ] && cd -P -- "${1%/*}"; then clear "$PWD" "./${1##*/}"; fi
    cd /
}

for number in $directories; do
    eval "directory=\${directory_$number-}"
    [ -z "$directory" ] || delete "$directory"
done
if [ -n "$ledger" ]; then
    rm -f -- "$ledger"
    rmdir -- "${ledger%/*}"
fi
trap - EXIT
exit 0
