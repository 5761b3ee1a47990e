# awk -f scout.awk
#
# Finds who carries a mark, as soon as that can be seen. Is told what to look for in one line:
#
#   NEWEST PID_MAX COOKIE|COOKIE... /proc/PID...    the last pid given, the number of pids, the marks, who was there then
#
# and prints "PID START" of each that carries one (START in clock ticks since boot), once; of those born since then
# "PID START UPTIME", with the seconds since boot before it was looked at. Prints "over" when none of those is left and no
# pid has been given that was not looked at; or when that takes too long, for others look after it. Nothing is printed if
# it is told nothing.

# Sets the start time; tells whether it lives. Its name may hold anything, line ends and brackets too.
function lives(pid,    file, line, text, field) {
    file = "/proc/" pid "/stat"
    text = ""
    while ((getline line < file) > 0) text = text " " line
    close(file)
    sub(/.*\) /, "", text)
    split(text, field, " ")
    start = field[20]
    # A first thread that has ended leaves a "zombie" with several threads, and that one lives.
    return text != "" && field[1] !~ /[Xx]/ && (field[1] != "Z" || field[18] > 1)
}

function limited(pid,    file, line, field, found) {
    file = "/proc/" pid "/limits"
    found = 0
    while (!found && (getline line < file) > 0)
        if (line ~ /^Max file locks/) {
            split(line, field, " ")
            found = (field[4] in cookies) || (field[5] in cookies) ? 1 : -1
        }
    close(file)
    return found > 0
}

function carries(pid,    file, variable, found) {
    if (!reads_nul) return 0
    file = "/proc/" pid "/environ"
    found = 0
    RS = "\0"
    while (!found && (getline variable < file) > 0)
        found = index(variable, "MANAGED_SERVICE_MARK=") == 1 && variable ~ wanted
    RS = "\n"
    close(file)
    return found
}

# The mark is looked for when the start time is known: so it is of the process that has that.
function tell_if_marked(pid, uptime) {
    if (!lives(pid) || !(limited(pid) || carries(pid))) return 0
    known[pid] = start
    print pid, start uptime
    fflush()
    return 1
}

function uptime(    line, field) {
    getline line < "/proc/uptime"
    close("/proc/uptime")
    split(line, field, " ")
    return " " field[1]
}

# Whether one of those that were told of lives on.
function some_live(    pid, some) {
    some = 0
    for (pid in known) {
        if (lives(pid) && start == known[pid]) some = 1
        else delete known[pid]
    }
    return some
}

# The first file is missing from some kernels, the second stands still for seconds where lxcfs shows it.
function newest(    line, field) {
    if ((getline line < "/proc/sys/kernel/ns_last_pid") > 0) {
        close("/proc/sys/kernel/ns_last_pid")
        return line + 0
    }
    getline line < "/proc/loadavg"
    close("/proc/loadavg")
    return field[split(line, field, " ")]
}

# Some take NUL for the end of a text, and see the first variable alone.
function can_read_nul(    variable, count, found) {
    RS = "\0"
    while ((getline variable < "/proc/self/environ") > 0) {
        count++
        if (variable == "LC_ALL=C") found = 1
    }
    close("/proc/self/environ")
    RS = "\n"
    return found && count > 1
}

BEGIN {
    reads_nul = can_read_nul()
    if ((getline order) <= 0) exit
    words = split(order, word, " ")
    seen = word[1]
    pid_max = word[2]
    count = split(word[3], cookie, "|")
    for (i = 1; i <= count; i++) cookies[cookie[i]]
    wanted = "^MANAGED_SERVICE_MARK=([0-9]+:)*(" word[3] ")(:|$)"

    for (i = 4; i <= words; i++) queue[i - 3] = substr(word[i], 7)
    last = olds = words - 3

    # Who was there before can wait, while a chain of forks would go on: so each round looks at all who were born since,
    # and at a few of the others. Of these at the limits first, which are quick to read.
    for (rounds = 0; rounds < 2000 + olds; rounds++) {
        some = some_live() || looked < last
        waiting = 0
        many = (newest() - seen + pid_max) % pid_max
        if (many > 3000) exit
        for (; many > 0; many--) {
            if (++seen >= pid_max) seen = 1
            young[seen]
        }
        # A pid is given a little before its process can be seen, so who is not there is looked at again.
        for (pid in young) {
            if (tell_if_marked(pid, uptime())) some = 1
            if (start != "" || (!some && ++young[pid] > 50)) delete young[pid]
            else waiting = 1
        }
        for (few = 0; few < 8 && looked < last; few++) {
            pid = queue[++looked]
            if (looked > olds ? carries(pid) : limited(pid)) tell_if_marked(pid)
            else if (looked <= olds) queue[++last] = pid
        }
        if (!some && !waiting && newest() == seen) exit
    }
    exit
}

END { if (words) print "over" }
