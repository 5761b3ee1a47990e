# sh -c THIS managed-service LIMIT_OPTION COOKIE RESTORE RESTORE_BY_ENV [ENV...] PROGRAM ARGUMENTS...
#
# Becomes the service: pid, pipes, signals and exit code are those of PROGRAM. Its session was made by setsid and its
# signals restored by env before. Only positional parameters are used, and _, which RESTORE puts right: a variable of
# this script could be one of the service's environment. ENV is the program env with the variables that it sets, one a
# word; RESTORE shifts it away where builtins are enough. What they become reads from the null device.

# The JVM takes hold of our pipes and tells the guard, so nothing may be redirected before. If it died meanwhile, this is
# end of file: do not start. More lines follow where the environment has bytes that are no text: RESTORE reads them.
read -r _ || exit 125

# The mark, inherited by all that the service starts. The limit has no effect since Linux 2.4.25 (getrlimit(2)).
# dash calls it -w, bash and busybox -x. Where it is refused, the mark in the environment remains.
ulimit $1 -w "$2" 2>/dev/null || ulimit $1 -x "$2" 2>/dev/null || :

# bash, ksh, yash and zsh change variables in the very moment of exec (_, SHLVL), so only env can put them right.
case ${BASH_VERSION-}${KSH_VERSION-}${YASH_VERSION-}${ZSH_VERSION-} in
'') eval "$3" ;;
*) eval "$4" ;;
esac
