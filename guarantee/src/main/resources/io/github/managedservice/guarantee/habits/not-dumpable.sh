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
    # prctl(PR_SET_DUMPABLE, 0)
    case $(uname -m) in x86_64) prctl=157 ;; *) prctl=167 ;; esac
    exec perl -e '
        syscall($ARGV[0], 4, 0, 0, 0, 0) == 0 or die "prctl: $!";
        open(my $stat, "<", "/proc/self/stat");
        <$stat> =~ /.*\) (.*)/s;
        my @fields = split / /, $1;
        open(my $roster, ">>&=", 9);
        syswrite($roster, "$$ $fields[19] daemon\n");
        sleep 100000;
    ' "$prctl" "$token"
    ;;
esac
