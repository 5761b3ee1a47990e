# pg_ctl starts the server in the background and ends; the server opens a session of its own and changes its title. It
# refuses to run as root.
# Surefire runs a second class, with a server of its own.
data=$round/data.$$
mkdir "$data"
as_other() { "$@"; }
if [ "$(id -u)" = 0 ]; then
    chown 65534:65534 "$data"
    as_other() { setpriv --reuid 65534 --regid 65534 --clear-groups "$@"; }
fi
as_other initdb -D "$data" -A trust --no-sync >/dev/null || exit
enrol root
options="-c listen_addresses=127.0.0.1 -c unix_socket_directories= -p $port"
as_other pg_ctl -D "$data" -w -o "$options" start >"$round/postgres.log" 2>&1 || exit
ready
rest
