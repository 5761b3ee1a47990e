import io.github.managedservice.integration.build.FinishedBuild

def build = new FinishedBuild(basedir)

build.requireClean()
assert build.text('build.log') =~ /Tests run: 3, Failures: 0, Errors: 0, Skipped: 0/
true
