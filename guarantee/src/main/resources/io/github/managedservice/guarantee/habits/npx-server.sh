# npx is a Node program that starts a shell that starts a Node program.
enrol root
word=READY
if [ -e "$round/mute" ]; then
    word=starting
    ready
fi
cat >"$round/server.js" <<'END'
const [, , word, port] = process.argv;
require('http').createServer((request, response) => response.end()).listen(port, '127.0.0.1', () => console.log(word));
END
npm_config_cache="$round/npm" npm_config_update_notifier=false exec npx --offline -c "node '$round/server.js' $word $port $token"
