# A shell that starts two servers in the background and waits for them.
enrol root
serve() {
    enrol server
    exec redis-server --bind 127.0.0.1 --port "$1" --save '' --dir "$round" >"$round/redis-$1.txt"
}
serve "$port" &
serve "$second_port" &
until grep -q 'Ready to accept' "$round/redis-$port.txt" && grep -q 'Ready to accept' "$round/redis-$second_port.txt"; do
    sleep 0.01
done 2>/dev/null
ready
wait
