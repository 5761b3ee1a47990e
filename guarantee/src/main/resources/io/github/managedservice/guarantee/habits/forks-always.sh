enrol root
ready
while [ ! -e "$round/over" ]; do
    (enrol spark; exec sleep 0.02) &
    sleep 0.001
done
