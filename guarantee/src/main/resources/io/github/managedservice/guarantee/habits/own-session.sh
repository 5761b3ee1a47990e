case $part in
root)
    enrol root
    setsid sh "$0" child &
    await 2
    ready
    rest
    ;;
child)
    enrol child
    rest
    ;;
esac
