'use strict';
// A server behind twilio.webhook(). Speaks with the harness by standard input and output, as ServerControl does.

const readline = require('readline');
const express = require('express');
const twilio = require('twilio');

const AUTH_TOKEN = '5ecre7auth70ken5ecre7auth70ken00';
const HOST = 'callbacks.example.com';
const PATH = '/twilio/callbacks/status';

const app = express();
app.use(express.urlencoded({ extended: false }));
app.post(PATH, twilio.webhook(AUTH_TOKEN, { host: HOST, protocol: 'https' }), (request, response) => {
  response.status(204).end();
});

const server = app.listen(0, '127.0.0.1', () => {
  console.log(`message https://${HOST}${PATH}`);
  console.log(`call https://${HOST}${PATH}`);
  console.log(`ready ${server.address().port}`);
});

function status() {
  return `status heap=${process.memoryUsage().heapUsed}`;
}

const lines = readline.createInterface({ input: process.stdin });
lines.on('line', (line) => {
  if (line === 'end') {
    process.exit(0);
  }
  if (line === 'collect' && global.gc) {
    global.gc();
  }
  console.log(status());
});
lines.on('close', () => process.exit(0));
