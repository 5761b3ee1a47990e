case $part in
root)
    enrol root
    setsid sh "$0" child &
    (setsid sh "$0" between &)
    await 3
    ready
    rest
    ;;
child)
    enrol child
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
