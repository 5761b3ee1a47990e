import io.github.managedservice.integration.build.FinishedBuild

// Whether the failure in the README is the one that was seen, except for times, ports and the directory.
def plain = { text ->
    text.replace(basedir.path, '/home/ada/shop').replaceAll(/after [\d.]+ m?s/, '')
        .replaceAll(/\d+/, '0').replaceAll(/ +\n/, '\n')
}
def shown = (new File(basedir, 'README.md').text =~ /(?s)```text\n(.*?)```/)[0][1]

def build = new FinishedBuild(basedir)
build.requireClean()
plain(build.text('build.log')).contains(plain(shown))
