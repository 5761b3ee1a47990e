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
    # Long enough to overwrite the environment, which lies behind the arguments.
    exec perl -e '
        $0 = "worker" x 1000;
        open(my $stat, "<", "/proc/self/stat");
        <$stat> =~ /.*\) (.*)/s;
        my @fields = split / /, $1;
        open(my $roster, ">>&=", 9);
        syswrite($roster, "$$ $fields[19] daemon\n");
        sleep 100000;
    '
    ;;
esac
