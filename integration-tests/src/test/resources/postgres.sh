# Makes a fresh database in a folder and becomes its server: sh postgres.sh HOME FOLDER PORT
# As root, another user takes over, because PostgreSQL refuses to run as root.
set -eu
home=$(realpath "$1") folder=$2 port=$3

as_user=
if [ "$(id -u)" = 0 ]; then
    as_user="setpriv --reuid=$(id -u nobody) --regid=$(id -g nobody) --clear-groups"
    chown nobody "$folder"
    # That user may not be able to read the programs, for example in root's home.
    if ! $as_user test -x "$home/bin/postgres"; then
        cp -R "$home" "$folder/home"
        home=$folder/home
    fi
fi

# That user may have no access to the current directory.
cd "$folder"
$as_user "$home/bin/initdb" --pgdata="$folder/data" --username=postgres --auth=trust --encoding=UTF8 --locale=C --no-sync
exec $as_user "$home/bin/postgres" -D "$folder/data" -h 127.0.0.1 -p "$port" -k '' -F
