import io.github.managedservice.integration.build.FinishedBuild

def build = new FinishedBuild(basedir)
def journal = build.journal('target/journal')

build.requireClean()
assert journal.openings('annotated') == 1
assert journal.openings('class') == 1
assert journal.openings('method') == 2
assert journal.leftOpen().empty
true
