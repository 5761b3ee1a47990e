enrol root
word=READY
if [ -e "$round/mute" ]; then
    word=starting
    ready
fi
# What to run for a JVM, written by the harness.
. "$round/java"
