enrol root
ready
rest
