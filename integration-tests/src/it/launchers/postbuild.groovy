import io.github.managedservice.integration.build.FinishedBuild

def build = new FinishedBuild(basedir)

build.requireClean()
[console: 1, single: 2].each { run, sessions ->
    def journal = build.journal("target/$run")
    assert journal.openings('session') == sessions
    assert journal.openings('method') == 2
    assert journal.leftOpen().empty
}
assert build.text('build.log').contains('no stock left')
true
