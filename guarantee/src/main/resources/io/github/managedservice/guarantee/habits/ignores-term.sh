trap '' TERM INT HUP QUIT
case $part in
root)
    enrol root
    again child &
    await 2
    ready
    rest
    ;;
child)
    enrol child
    rest
    ;;
esac
