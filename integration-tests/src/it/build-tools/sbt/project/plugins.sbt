addSbtPlugin("com.github.sbt.junit" % "sbt-jupiter-interface" % sys.props("sbt-jupiter-interface.version"))
