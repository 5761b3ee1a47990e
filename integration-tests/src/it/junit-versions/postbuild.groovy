import io.github.managedservice.integration.build.FinishedBuild

def build = new FinishedBuild(basedir)
def journal = build.journal('target/journal')
def versions = ['v5-12', 'v5-14', 'v6-0', 'v6-1']
def runs = versions + (context.userProperties['jdk.25.home'] ? versions.collect { it + '-on-jdk-25' } : [])

build.requireClean()
assert journal.openings('session') == runs.size()
runs.each { run ->
    assert journal.openings("${run}.class") == 1
    assert journal.openings("${run}.method") == 2
    assert journal.openings("${run}.parameterized") == (run.startsWith('v5-12') ? 0 : 1)
}
assert journal.leftOpen().empty
assert journal.portsGivenTwice().empty
true
