trap 'sleep 0.3; exit 0' TERM
enrol root
sleep "$token" &
ready
while :; do wait; done
