// The port of an instance that runs already: below the usual ephemeral range, so that nobody is given it meanwhile.
def address = InetAddress.getByName('127.0.0.77')
def ports = (20_000..<30_000).toList()
Collections.shuffle(ports)
def port = ports.find { candidate ->
    try {
        new ServerSocket(candidate, 50, address).close()
        true
    } catch (BindException taken) {
        false
    }
}
context.userProperties['stock.port'] = port.toString()
true
