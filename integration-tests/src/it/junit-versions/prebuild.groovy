import org.slf4j.LoggerFactory

// Where there is a JDK 25 the tests run on it too.
def script = new File(basedir, '../../../src/build/find-jdk.sh').canonicalPath
def search = ['sh', script, '25', System.getProperty('java.home')].execute()
def answer = search.text.trim()
if (search.waitFor() == 0) {
    context.userProperties['jdk.25.home'] = answer
} else {
    LoggerFactory.getLogger('junit-versions').warn(answer)
}
true
