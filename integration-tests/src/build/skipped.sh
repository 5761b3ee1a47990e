#!/bin/sh
# Prints why tests of a module were skipped, which Surefire and Failsafe only count: skipped.sh FOLDER, where FOLDER is the
# module's and holds their reports.
set -u
for report in "$1"/target/*-reports/TEST-*.xml; do
    [ ! -f "$report" ] || sed -n '
        /<testcase /{
            s/.* classname="\([^"]*\)".*/\1/; s/.*\.//; h; b
        }
        s/.*<skipped[^>]* message="\([^"]*\)".*/\1/; t reason
        s/.*<skipped[^>]*><!\[CDATA\[\([A-Za-z0-9_.$]*: \)\{0,1\}\(.*\)/\2/; t reason
        b
        :reason
        s/\]\]>.*//; s/^Assumption failed: //
        s/&apos;/'"'"'/g; s/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&#10;.*//; s/&amp;/\&/g
        H; g; s/\n/: /; p; s/:.*//; h' "$report"
done | sort | uniq -c | sed 's/^ *\([0-9]*\) /Skipped (\1) /'
