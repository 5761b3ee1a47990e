import io.github.managedservice.integration.build.FinishedBuild

def build = new FinishedBuild(basedir)
def journal = build.journal('target/journal')

build.requireClean()
assert journal.openings('shared') == 1
assert journal.openings('dynamic') == 2
assert journal.openings('jqwik') == 1
assert journal.openings('vintage') == 1
// All of its tests are disabled.
assert journal.openings('closed') == 0
assert journal.leftOpen().empty
// Of Jupiter, of the suites, of jqwik, and of JUnit 4.
assert build.text('build.log') =~ /Tests run: 13, Failures: 0, Errors: 0, Skipped: 1/
// What no Jupiter runs is named, and nothing else.
def warned = (build.text('build.log') =~ /Class (\S+) has @ManagedService, but nothing is started for it: the engine '(\S+)'/)
assert warned.collect { it[1] + ' ' + it[2] }.sort() ==
    ['shop.AnnotatedSuiteTest junit-platform-suite', 'shop.WrongImportTest junit-vintage']
true
