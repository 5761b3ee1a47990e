import io.github.managedservice.integration.build.FinishedBuild

def build = new FinishedBuild(basedir)
def log = build.text('build.log')

build.requireClean()
assert log.count('Tests run: 20, Failures: 0, Errors: 0, Skipped: 0\n') == 1
// Once in each fork.
assert log.count("[INFO] Service 'postgres' started: pid") == 2
assert log.count("[INFO] Service 'postgres' stopped after") == 2
true
