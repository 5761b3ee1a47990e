import io.github.managedservice.integration.build.FinishedBuild

def build = new FinishedBuild(basedir)
def openings = { run, shop -> build.journal("target/$run").openings(shop) }

build.requireClean()
assert openings('one-fork', 'shared') == 1
assert openings('two-forks', 'shared') == 2
assert openings('fork-per-core', 'shared') in 1..Runtime.runtime.availableProcessors()
assert openings('fork-per-class', 'shared') == 6
assert openings('no-fork', 'shared') == 1
assert openings('run-again', 'shared') == 1
assert openings('run-again', 'own') == 2
assert build.text('build.log') =~ /Flakes: 1/
assert openings('give-up', 'shared') == 1
assert openings('give-up', 'late') == 0
['one-fork', 'two-forks', 'fork-per-core', 'fork-per-class', 'no-fork', 'run-again', 'give-up'].each { run ->
    assert build.journal("target/$run").leftOpen().empty
    assert build.journal("target/$run").portsGivenTwice().empty
}
true
