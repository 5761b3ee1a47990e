import io.github.managedservice.integration.build.FinishedBuild

def build = new FinishedBuild(basedir)
def openings = { run, shop -> build.journal("target/$run").openings(shop) }

build.requireClean()
assert openings('one-fork', 'shared') == 1
assert openings('two-forks', 'shared') == 2
// The second try is a request of its own too.
assert openings('run-again', 'shared') == 1
assert openings('run-again', 'own') == 2
assert build.text('build.log') =~ /Flakes: 1/
['one-fork', 'two-forks', 'run-again'].each { run ->
    assert build.journal("target/$run").leftOpen().empty
    assert build.journal("target/$run").portsGivenTwice().empty
}
true
