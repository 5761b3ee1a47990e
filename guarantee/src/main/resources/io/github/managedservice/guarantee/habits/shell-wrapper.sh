case $part in
root)
    enrol root
    again child &
    await 2
    ready
    wait
    ;;
child)
    enrol child
    rest
    ;;
esac
