case $part in
root)
    enrol root
    again child &
    await 3
    ready
    wait
    ;;
child)
    enrol child
    again grandchild &
    wait
    ;;
grandchild)
    enrol grandchild
    rest
    ;;
esac
