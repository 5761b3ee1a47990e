import io.github.managedservice.integration.build.FinishedBuild

def build = new FinishedBuild(basedir)
def journal = build.journal('target/journal')
def report = build.text('target/failsafe-reports/shop.BrokenShopIT.txt')

build.requireClean()
assert journal.openings('shop') == 2
assert journal.leftOpen().empty
assert build.text('build.log').count('The backend was there to the end') == 2
assert report.contains("Service 'broken'") && report.contains('exited with code 3') && report.contains('no stock left')
assert !report.contains('The shop is not open')
true
