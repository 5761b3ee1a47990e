# A fork and a new session per hop and hardly anything else, so most hops are over before anybody can look.
enrol root
perl -e '
    use POSIX ();
    my ($over) = @ARGV;
    open(my $roster, ">>&=", 9);
    for (;;) {
        my $child = fork;
        POSIX::_exit(1) unless defined $child;
        POSIX::_exit(0) if $child;
        POSIX::setsid();
        syswrite($roster, "$$ - hop\n");
        POSIX::_exit(0) if -e $over;
    }
' "$round/over" &
await 5
ready
rest
