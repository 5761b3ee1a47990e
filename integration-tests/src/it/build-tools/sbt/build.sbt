autoScalaLibrary := false
crossPaths := false

libraryDependencies ++= Seq(
  "io.github.managedservice" % "managed-service-junit-jupiter" % sys.props("library.version") % Test,
  "io.github.managedservice" % "managed-service-integration-tests" % sys.props("library.version") % Test,
  "com.github.sbt.junit" % "jupiter-interface" % JupiterKeys.jupiterVersion.value % Test
)

// Of tests that are run in a JVM of their own; the others have the properties of sbt.
Test / javaOptions += "-Djournal=target/journal-of-fork"
