case $part in
root)
    enrol root
    (setsid sh "$0" between &)
    await 2
    ready
    rest
    ;;
between)
    # dash calls it -w, bash and busybox -x.
    ulimit -w 4711 2>/dev/null || ulimit -x 4711
    again daemon &
    exit 0
    ;;
daemon)
    enrol daemon
    rest
    ;;
esac
