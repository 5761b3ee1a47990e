// The script that a user copies from here.
def script = new File(basedir, 'src/test/resources/postgres.sh')

script.parentFile.mkdirs()
script.text = new File(basedir, '../../../src/test/resources/postgres.sh').text
true
