# sh -c THIS managed-service JVM_PID LIMIT_OPTION COOKIE RESTORE RESTORE_BY_ENV PROGRAM ARGUMENTS...
#
# Becomes the service: pid, pipes, signals and exit code are those of PROGRAM. Only positional parameters are used,
# since a variable of this script could be one of the service's environment.

# The JVM died before we ran: nobody would end what we start.
[ "$PPID" = "$1" ] || exit 125

# The mark, inherited by all that the service starts. The limit has no effect since Linux 2.4.25 (getrlimit(2)).
# dash calls it -w, bash and busybox -x. Where it is refused, the mark in the environment remains.
ulimit $2 -w "$3" 2>/dev/null || ulimit $2 -x "$3" 2>/dev/null || :

# bash, ksh, yash and zsh change variables in the very moment of exec (_, SHLVL), so only env can put them right.
case ${BASH_VERSION-}${KSH_VERSION-}${YASH_VERSION-}${ZSH_VERSION-} in
'') eval "shift 5; $4" ;;
*) eval "shift 5; $5" ;;
esac
