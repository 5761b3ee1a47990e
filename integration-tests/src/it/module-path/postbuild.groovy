import io.github.managedservice.integration.build.FinishedBuild

new FinishedBuild(basedir).requireClean()
true
