case $part in
root)
    enrol root
    (setsid sh "$0" between &)
    await 2
    ready
    await_leave
    exit 0
    ;;
between)
    again daemon &
    exit 0
    ;;
daemon)
    enrol daemon
    rest
    ;;
esac
