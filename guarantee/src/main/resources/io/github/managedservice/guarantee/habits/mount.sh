case $part in
root)
    enrol root
    mkdir -p "$GUARANTEE_TEMP/inside/data"
    : >"$GUARANTEE_TEMP/beside" >"$GUARANTEE_TEMP/inside/beside"
    mount --bind "$round/precious" "$GUARANTEE_TEMP/inside/data" || exit
    ready
    rest
    ;;
esac
