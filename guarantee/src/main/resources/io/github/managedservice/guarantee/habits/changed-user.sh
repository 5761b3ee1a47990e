case $part in
root)
    enrol root
    (setsid sh "$0" between &)
    await 2
    ready
    rest
    ;;
between)
    sh "$0" daemon &
    exit 0
    ;;
daemon)
    enrol daemon
    # A plain user has a program that makes it another.
    [ ! -e "$round/become" ] || exec "$round/become" --reuid 65533 sleep "$token"
    exec setpriv --reuid 65534 --regid 65534 --clear-groups sleep "$token"
    ;;
esac
