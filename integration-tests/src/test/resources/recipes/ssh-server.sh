# Becomes an sshd on a loopback port that knows one key, and writes what ssh needs to reach it as "jump-host" to
# FOLDER/config: sh ssh-server.sh FOLDER PORT
set -eu
folder=$1 port=$2

rm -rf "$folder"
mkdir -p -m 700 "$folder"
ssh-keygen -q -t ed25519 -N '' -f "$folder/host"
ssh-keygen -q -t ed25519 -N '' -f "$folder/user"
echo "jump-host $(cut -d ' ' -f 1,2 "$folder/host.pub")" >"$folder/known_hosts"
cat >"$folder/config" <<END
Host jump-host
    HostName 127.0.0.1
    Port $port
    User $(id -un)
    HostKeyAlias jump-host
    IdentityFile "$folder/user"
    IdentitiesOnly yes
    UserKnownHostsFile "$folder/known_hosts"
    GlobalKnownHostsFile none
END
cat >"$folder/sshd_config" <<END
ListenAddress 127.0.0.1:$port
HostKey "$folder/host"
AuthorizedKeysFile "$folder/user.pub"
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
StrictModes no
UsePAM no
PidFile none
END

# As root it wants a folder that only the start script of the package makes.
[ "$(id -u)" != 0 ] || mkdir -p /run/sshd
exec /usr/sbin/sshd -D -e -f "$folder/sshd_config"
