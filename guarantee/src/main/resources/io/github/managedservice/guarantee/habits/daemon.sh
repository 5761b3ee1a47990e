case $part in
root)
    enrol root
    (setsid sh "$0" between &)
    await 2
    ready
    rest
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
