# A Docker engine of its own, which touches nothing of the machine's and leaves nothing: sh docker-engine.sh ORDER FOLDER
# NUMBER, where FOLDER is for it alone, ORDER one of
#
#   start   becomes the engine, at FOLDER/docker.sock
#   image   makes the image redis:7 out of the redis-server in PATH, for no registry is asked
#   stop    ends it with all its containers
#
# and NUMBER one that no other engine on this machine has, below 65536.
set -eu
order=$1 folder=$2 number=$3
bridge=mstest$number
group=managed-service-$number

# A /28 of what RFC 2544 sets aside for tests.
address=198.$((18 + number / 4096 % 2)).$((number / 16 % 256)).$((number % 16 * 16 + 1))/28

# Where there is but version 1 of Compose, as in Debian 12, it plays the plugin that version 2 is.
compose_plugin() {
    ! docker compose version >/dev/null 2>&1 || return 0
    mkdir -p "$DOCKER_CONFIG/cli-plugins"
    cat >"$DOCKER_CONFIG/cli-plugins/docker-compose" <<'END'
#!/bin/sh
[ "$1" = docker-cli-plugin-metadata ] || { shift; exec docker-compose "$@"; }
echo '{"SchemaVersion": "0.1.0", "Vendor": "Docker", "Version": "1", "ShortDescription": "Compose"}'
END
    chmod +x "$DOCKER_CONFIG/cli-plugins/docker-compose"
}

case $order in
start)
    mkdir -p "$folder"
    echo $$ >"$folder/pid"
    echo '{}' >"$folder/daemon.json"
    compose_plugin
    # The one thing that no namespace can hold: the tests are to reach it.
    ip link add "$bridge" type bridge
    ip address add "$address" dev "$bridge"
    ip link set "$bridge" up
    # All that the engine mounts is gone with its mount namespace, and all that it runs with its process namespace.
    exec unshare --mount --propagation private --pid --fork --kill-child --mount-proc \
        sh "$0" engine "$folder" "$number"
    ;;
engine)
    # Where containerd and runc keep what they know, wherever Docker is told to.
    mount -t tmpfs none /run
    exec dockerd --config-file "$folder/daemon.json" --host "unix://$folder/docker.sock" \
        --data-root "$folder/data" --exec-root /run/docker --pidfile /run/docker.pid --storage-driver vfs \
        --bridge "$bridge" --default-address-pool "base=198.18.0.0/15,size=28" --cgroup-parent "$group" \
        --iptables=false --ip-forward=false --ip-masq=false
    ;;
image)
    ! docker image inspect redis:7 >/dev/null 2>&1 || exit 0
    program=$(command -v redis-server)
    # With the libraries that it needs, at the same place.
    libraries=$(ldd "$program" | grep -o '/[^ ]*' || :)
    # shellcheck disable=SC2086
    tar --create --dereference --absolute-names --transform "s,^$program,/redis-server," "$program" $libraries |
        docker import --change 'CMD ["/redis-server", "--protected-mode", "no", "--save", ""]' - redis:7
    ;;
stop)
    networks=$(docker network ls --quiet --filter type=custom 2>/dev/null || :)
    # shellcheck disable=SC2086
    [ -z "$networks" ] || docker network rm $networks >/dev/null || :
    kill -9 "$(cat "$folder/pid")" || :
    ip link delete "$bridge" || :
    # The last of them may still be dying.
    until rm -rf "$folder" && find /sys/fs/cgroup -depth -type d -path "*/$group*" -exec rmdir {} +; do sleep 0.1; done
    ;;
esac
