#!/bin/sh
# Prints the home of a JDK, or why there is none and fails: find-jdk.sh VERSION JAVA_HOME, where JAVA_HOME is of the JDK
# that runs the build. It looks into JAVA_HOME_VERSION and the variables that setup-java and Jenkins set, and beside the
# JDK that runs the build, where a JDK's own file "release" tells its version and not the name of its folder.
set -u
version=$1
running=$2

is_wanted() {
    [ -x "$1/bin/javac" ] && grep -Eqs "^JAVA_VERSION=\"$version([.\"+-])" "$1/release"
}

for variable in "JAVA_HOME_$version" "JAVA_HOME_${version}_X64" "JAVA_HOME_${version}_ARM64" "JDK_$version" "JDK$version"; do
    eval "home=\${$variable:-}"
    if [ -n "$home" ]; then
        is_wanted "$home" && echo "$home" && exit 0
        echo "No JDK $version: $variable is \"$home\", which has none."
        exit 1
    fi
done

for home in "$running" "$(dirname "$running")"/* /usr/lib/jvm/*; do
    is_wanted "$home" && echo "$home" && exit 0
done
echo "No JDK $version: JAVA_HOME_$version is not set, and there is none beside $running or in /usr/lib/jvm."
exit 1
